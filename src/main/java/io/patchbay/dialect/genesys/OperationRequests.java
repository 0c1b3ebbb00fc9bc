package io.patchbay.dialect.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.request.Features;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.ReferenceIds;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.HttpIdentity;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.door.RepeatableRequests;
import io.patchbay.door.RepeatableRequests.Begun;
import io.patchbay.door.Replicas;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.reading.Names;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Operations of users: a POST becomes commands and a reply. With the header Idempotency-Key a repeat does nothing again. */
public final class OperationRequests {
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,128}");

    private final CommandGateway gateway;
    private final GenesysFeeds feeds;
    private final GenesysUsers users;
    private final Names names;
    private final ContactPolicy policy;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;
    private final RepeatableRequests repeatable;

    /**
     * @param policy     travels with the calls dialled here
     * @param rejections gets the bodies that are no operation
     */
    public OperationRequests(CommandGateway gateway, GenesysFeeds feeds, GenesysUsers users, Directory directory, ContactPolicy policy,
            StrictJson.Limits limits, Rejections rejections, RepeatableRequests repeatable) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.users = users;
        this.names = new Names(directory);
        this.policy = policy;
        this.json = new StrictJson(limits);
        this.unreadable = new UnreadableText(GenesysFeeds.DIALECT, "operationName", GenesysOperations::isName, json);
        this.rejections = rejections;
        this.repeatable = repeatable;
    }

    /** One POST of a user. */
    private record Post(AgentFeed<Notification> feed, HttpIdentity user, HttpRequest request) { }

    /** What it comes to. */
    private record Prepared(Plan plan, List<Command> commands) { }

    /** Completes exceptionally with {@link OperationRefused}, or where the state cannot be read. */
    CompletionStage<PendingCommand<GenesysCompletion>> decode(AgentFeed<Notification> feed, HttpIdentity user, HttpRequest request,
            GenesysPath path) {
        return feed.read().thenCompose(snapshot -> {
            Post post = new Post(feed, user, request);
            GenesysBody body = body(post);
            path.feature(false).ifPresent(needed -> Features.check(user.user(), needed));
            Optional<String> key = key(request);
            CommandId id = key.map(own -> repeatable.id(user.user().id(), own)).orElseGet(gateway::newId);
            Supplier<Prepared> prepared = () -> prepared(post, path, snapshot.replicas(), body, id);
            return key.isPresent() ? once(post, id, Ids.digest(request.path() + json.canonical(body.node())), prepared)
                    : CompletableFuture.completedFuture(pending(post, prepared.get(), this::answered));
        });
    }

    private GenesysBody body(Post post) {
        String text = post.request().body();
        try {
            if (json.read(text) instanceof ObjectNode object) {
                return new GenesysBody(object);
            }
            throw new Unreadable("The body must be a JSON object with an operationName.");
        } catch (Unreadable e) {
            rejections.add(unreadable.report(text, e.getMessage()).by(Optional.of(post.user().user().id())));
            throw new OperationRefused(GenesysStatus.PARAMETER_MISSING, e.getMessage());
        }
    }

    private static Optional<String> key(HttpRequest request) {
        Optional<String> key = request.header(KEY);
        if (key.isPresent() && !KEY_FORM.matcher(key.get()).matches()) {
            throw new OperationRefused(GenesysStatus.INVALID, "The header " + KEY + " must be 1 to 128 visible ASCII characters.");
        }
        return key;
    }

    private Prepared prepared(Post post, GenesysPath path, Replicas now, GenesysBody body, CommandId id) {
        AgentEntry user = post.user().user();
        Command start = feeds.start(user.id(), ReferenceIds.mark(user.id(), id));
        Plan plan = GenesysOperations.plan(new Operation(user, now, body, names, policy, start), path);
        return new Prepared(plan, commands(plan, start.id(), Ids.digest(json.canonical(body.node()))));
    }

    /** The ids of further commands derive from that of the first. */
    private List<Command> commands(Plan plan, CommandId first, String digest) {
        List<Command> commands = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            commands.add(commands.isEmpty() ? Command.of(first, gateway.now(), step.cell(), step.command(), digest)
                    : commands.get(0).followedBy(commands.size(), step.cell(), step.command()));
        }
        return commands;
    }

    private PendingCommand<GenesysCompletion> pending(Post post, Prepared prepared, Answering answering) {
        Plan plan = prepared.plan();
        prepared.commands().forEach(post.feed()::expect);
        return new PendingCommand<>(outcomes -> {
            GenesysReply reply = plan.reply().apply(outcomes);
            if (!outcomes.stream().allMatch(Outcome::isAccepted)) {
                post.feed().refused(prepared.commands().get(0));
            }
            if (reply.status() == GenesysStatus.OK) {
                feeds.tellAgain(post.feed(), plan.repeated());
                plan.log().ifPresent(log -> feeds.tellLog(post.feed(), log.chat(), log.from()));
            }
            CompletionStage<Void> ended = plan.endsHttpSession() && reply.status() == GenesysStatus.OK
                    ? users.end(post.user()) : CompletableFuture.completedFuture(null);
            return ended.thenCompose(done -> answering.answer(post, reply));
        }, prepared.commands());
    }

    /** How a reply goes to its client. */
    private interface Answering {
        CompletionStage<HttpResponse> answer(Post post, GenesysReply reply);
    }

    private CompletionStage<HttpResponse> answered(Post post, GenesysReply reply) {
        return CompletableFuture.completedFuture(GenesysAnswers.response(reply, users.headers(post.request(), post.user())));
    }

    /** Runs a request with a key, or repeats the reply of the first request with this key. */
    private CompletionStage<PendingCommand<GenesysCompletion>> once(Post post, CommandId id, String digest, Supplier<Prepared> prepared) {
        return known(repeatable.find(id)).thenCompose(found -> {
            if (found.isPresent()) {
                return CompletableFuture.completedFuture(again(post, id, digest, found.get()));
            }
            Prepared first = prepared.get();
            if (first.commands().isEmpty()) {
                return CompletableFuture.completedFuture(pending(post, first, this::answered));
            }
            GenesysReply accepted = first.plan().reply().apply(Collections.nCopies(first.commands().size(), Outcome.accepted()));
            return known(repeatable.begin(id, new Begun(digest, first.commands(), accepted.status().http(), accepted.body().toString())))
                    .thenApply(other -> other.map(begun -> again(post, id, digest, begun))
                            .orElseGet(() -> pending(post, first, keeping(id, digest))));
        });
    }

    private PendingCommand<GenesysCompletion> again(Post post, CommandId id, String digest, Begun begun) {
        if (!begun.digest().equals(digest)) {
            throw new OperationRefused(GenesysStatus.EXISTS, "The " + KEY + " belongs to another request. Send a new key.");
        }
        HttpResponse accepted = new HttpResponse(begun.status(), "application/json", begun.reply(),
                users.headers(post.request(), post.user()));
        return new PendingCommand<>(outcomes -> outcomes.stream().allMatch(Outcome::isAccepted)
                ? CompletableFuture.completedFuture(accepted) : keeping(id, digest).answer(post, GenesysReply.of(outcomes)),
                begun.commands());
    }

    /** A reply that says that the outcome is unknown is not kept. */
    private Answering keeping(CommandId id, String digest) {
        return (post, reply) -> reply.status() == GenesysStatus.UNAVAILABLE ? answered(post, reply)
                : repeatable.answered(id, digest, reply.status().http(), reply.body().toString()).exceptionally(error -> null)
                        .thenCompose(done -> answered(post, reply));
    }

    private static <T> CompletionStage<T> known(CompletionStage<T> stage) {
        return GenesysAnswers.orUnavailable(stage, "earlier requests");
    }
}
