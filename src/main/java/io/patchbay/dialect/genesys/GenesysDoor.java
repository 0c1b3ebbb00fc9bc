package io.patchbay.dialect.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.dialect.genesys.frame.GenesysUris;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.ReferenceIds;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.HttpIdentity;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Rejections;
import io.patchbay.door.UserRateLimits;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.reading.Names;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the REST route: requests below {@code /api/v2} become commands and replies. No method throws or blocks. */
public final class GenesysDoor implements ErrorRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(GenesysDoor.class);
    private static final Map<String, String> SOON = Map.of("Retry-After", "1");
    private static final String VERSION = "8.5.202.96";

    private final CommandGateway gateway;
    private final GenesysFeeds feeds;
    private final GenesysReads reads;
    private final GenesysLogs logs;
    private final Names names;
    private final ContactPolicy policy;
    private final GenesysUsers users;
    private final UserRateLimits rateLimits;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;

    /**
     * @param url    base of the addresses of resources
     * @param policy travels with the calls dialled here
     * @param limit  of requests by one user
     * @param rejections gets the bodies that are no operation
     */
    public GenesysDoor(CommandGateway gateway, GenesysFeeds feeds, GenesysLogs logs, GenesysUsers users, Directory directory,
            String url, ContactPolicy policy, RateLimit limit, StrictJson.Limits limits, Rejections rejections) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.logs = logs;
        this.reads = new GenesysReads(directory, new GenesysUris(url));
        this.names = new Names(directory);
        this.policy = policy;
        this.users = users;
        this.rateLimits = new UserRateLimits(limit);
        this.json = new StrictJson(limits);
        this.unreadable = new UnreadableText(GenesysFeeds.DIALECT, "operationName", GenesysOperations::isName, json);
        this.rejections = rejections;
    }

    /** The commands of the request. A request that only reads, or is refused, has none but its answer. */
    public CompletionStage<PendingCommand<GenesysCompletion>> decode(HttpRequest request) {
        GenesysPath path = GenesysPath.of(request);
        if (request.why().isPresent()) {
            return answered(GenesysReply.refused(GenesysStatus.PARAMETER_MISSING, request.why().get()));
        }
        if (path.segments().equals(List.of("diagnostics", "version")) && request.method().equals("GET")) {
            return answered(version());
        }
        return users.authenticate(request).thenCompose(user -> user.map(identity -> admitted(identity, request, path))
                .orElseGet(() -> answered(denied()))).exceptionally(this::failed);
    }

    /** Never completes exceptionally. */
    public CompletionStage<HttpResponse> reply(CompletedCommand<GenesysCompletion> completed) {
        return completed.context().answer(completed.outcomes()).exceptionally(error -> response(failure(error)));
    }

    @Override
    public boolean renders(String path) {
        return path.equals(GenesysPath.BASE) || path.startsWith(GenesysPath.BASE + "/");
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        return HttpResponse.json(status, json.write(GenesysReply.refused(GenesysStatus.ofHttp(status), sentence).body()));
    }

    static GenesysReply denied() {
        return GenesysReply.refused(GenesysStatus.NOT_AUTHENTICATED, "Access denied");
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> admitted(HttpIdentity identity, HttpRequest request, GenesysPath path) {
        if (!rateLimits.of(identity.user().id()).getAsBoolean()) {
            return answered(GenesysReply.refused(GenesysStatus.TOO_FAST,
                    "This user sends too many requests. Wait a second and try again."));
        }
        return users.withSession(identity).thenCompose(session -> feeds.of(session.user())
                .thenCompose(feed -> request.method().equals("GET") ? read(feed, session, request, path)
                        : operate(feed, session, request, path)));
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> read(AgentFeed<Notification> feed, HttpIdentity session,
            HttpRequest request, GenesysPath path) {
        return feed.read().thenCompose(snapshot -> {
            try {
                return path.isLog() ? logs.read(session.user().id(), snapshot.replicas(), path, request.query())
                        .thenCompose(reply -> answered(session, reply))
                        : answered(session, reads.read(session.user(), snapshot.replicas(), gateway.now(), path, request.query()));
            } catch (OperationRefused e) {
                return answered(session, GenesysReply.refused(e.status(), e.getMessage()));
            }
        });
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> operate(AgentFeed<Notification> feed, HttpIdentity session,
            HttpRequest request, GenesysPath path) {
        return feed.read().thenCompose(snapshot -> {
            try {
                if (!(json.read(request.body()) instanceof ObjectNode object)) {
                    throw new Unreadable("The body must be a JSON object with an operationName.");
                }
                GenesysBody body = new GenesysBody(object);
                Command start = feeds.start(session.user().id(), ReferenceIds.mark(session.user().id(), gateway.newId()));
                Plan plan = GenesysOperations.plan(new Operation(session.user(), snapshot.replicas(), body, names, policy, start), path);
                return dispatched(feed, session, plan, commands(plan, start.id(), body));
            } catch (Unreadable e) {
                rejections.add(unreadable.report(request.body(), e.getMessage()).by(Optional.of(session.user().id())));
                return answered(session, GenesysReply.refused(GenesysStatus.PARAMETER_MISSING, e.getMessage()));
            } catch (OperationRefused e) {
                return answered(session, GenesysReply.refused(e.status(), e.getMessage()));
            }
        });
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> dispatched(AgentFeed<Notification> feed, HttpIdentity session, Plan plan,
            List<Command> commands) {
        commands.forEach(feed::expect);
        return CompletableFuture.completedFuture(new PendingCommand<>(outcomes -> {
            GenesysReply reply = plan.reply().apply(outcomes);
            if (!outcomes.stream().allMatch(Outcome::isAccepted)) {
                feed.refused(commands.get(0));
            }
            if (reply.status() == GenesysStatus.OK) {
                feeds.tellAgain(feed, plan.repeated());
            }
            CompletionStage<Void> ended = plan.endsHttpSession() && reply.status() == GenesysStatus.OK
                    ? users.end(session) : CompletableFuture.completedFuture(null);
            return ended.thenApply(done -> response(session, reply));
        }, commands));
    }

    /** The ids of further commands derive from that of the first. */
    private List<Command> commands(Plan plan, CommandId first, GenesysBody body) {
        List<Command> commands = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            commands.add(commands.isEmpty()
                    ? Command.of(first, gateway.now(), step.cell(), step.command(), Ids.digest(json.canonical(body.node())))
                    : commands.get(0).followedBy(commands.size(), step.cell(), step.command()));
        }
        return commands;
    }

    private static GenesysReply version() {
        GenesysReply reply = GenesysReply.ok();
        reply.body().put("version", VERSION);
        return reply;
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> answered(GenesysReply reply) {
        return answered(response(reply));
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> answered(HttpIdentity session, GenesysReply reply) {
        return answered(response(session, reply));
    }

    private static CompletionStage<PendingCommand<GenesysCompletion>> answered(HttpResponse response) {
        return CompletableFuture.completedFuture(new PendingCommand<>(outcomes -> CompletableFuture.completedFuture(response), List.of()));
    }

    private PendingCommand<GenesysCompletion> failed(Throwable error) {
        HttpResponse response = response(failure(error));
        return new PendingCommand<>(outcomes -> CompletableFuture.completedFuture(response), List.of());
    }

    static GenesysReply failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof OperationRefused refused) {
            return GenesysReply.refused(refused.status(), refused.getMessage());
        }
        if (cause instanceof TimeoutException) {
            return GenesysReply.refused(GenesysStatus.UNAVAILABLE, "The agent's state could not be read in time. Try again.");
        }
        LOG.atError().setCause(cause).addKeyValue("dialect", GenesysFeeds.DIALECT).log("a request could not be answered");
        return GenesysReply.refused(GenesysStatus.INTERNAL, "The gateway failed. Its log has the cause.");
    }

    private HttpResponse response(GenesysReply reply) {
        return new HttpResponse(reply.status().http(), "application/json", json.write(reply.body()),
                reply.status() == GenesysStatus.TOO_FAST ? SOON : Map.of());
    }

    /** A session that began with this request is told to the client. */
    private HttpResponse response(HttpIdentity session, GenesysReply reply) {
        return new HttpResponse(reply.status().http(), "application/json", json.write(reply.body()), session.setCookie().stream().toList());
    }
}
