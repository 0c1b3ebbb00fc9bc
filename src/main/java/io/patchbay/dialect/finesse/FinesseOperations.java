package io.patchbay.dialect.finesse;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.TelephoneSignIn;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.finesse.frame.Update;
import io.patchbay.dialect.finesse.request.Asked;
import io.patchbay.dialect.finesse.request.DialogRequests;
import io.patchbay.dialect.finesse.request.FinesseRefused;
import io.patchbay.dialect.finesse.request.Plan;
import io.patchbay.dialect.finesse.request.TeamRequests;
import io.patchbay.dialect.finesse.request.UserRequests;
import io.patchbay.dialect.finesse.request.UserRequests.Wanted;
import io.patchbay.dialect.finesse.request.XmlReader;
import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.dialect.finesse.words.FailureCode;
import io.patchbay.dialect.finesse.words.RequestedAction;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.CallLookup;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.Rejections;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Rejected;
import io.patchbay.reading.Names;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * PUT and POST. What can be known at once is the answer: the body, its parameters, the user or dialog, and whether the participant lists
 * the action. What the telephone system refuses after that is a notification. No method blocks.
 */
public final class FinesseOperations {
    private static final int REQUEST_ID = 200;
    /** Refusals that say nothing of the call. */
    private static final Set<Reason> AT_ONCE = EnumSet.of(Reason.UNAVAILABLE, Reason.INTERNAL, Reason.NOT_SIGNED_IN);

    private final CommandGateway gateway;
    private final FinesseFeeds feeds;
    private final Names names;
    private final ContactPolicy policy;
    private final TeamRequests team;
    private final XmlReader reader;
    private final Rejections rejections;

    /**
     * @param policy     travels with the calls dialled here
     * @param rejections gets the bodies that are no XML
     */
    public FinesseOperations(CommandGateway gateway, FinesseFeeds feeds, Directory directory, ContactPolicy policy, PresenceWatch presences,
            CallLookup calls, StrictJson.Limits limits, Rejections rejections) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.names = new Names(directory);
        this.policy = policy;
        this.team = new TeamRequests(presences, calls, FinesseReads.LOOKUP);
        this.reader = new XmlReader(limits);
        this.rejections = rejections;
    }

    /** Completes with {@link FinesseRefused}, or throws it. @param path decoded segments below the base */
    CompletionStage<PendingCommand<FinesseCompletion>> decode(AgentEntry agent, List<String> path, HttpRequest request) {
        String requestId = request.header("requestId").orElse("");
        if (requestId.length() > REQUEST_ID) {
            throw new FinesseRefused(ErrorType.INVALID_INPUT, "requestId", "A requestId has at most " + REQUEST_ID + " characters.");
        }
        String resource = request.method() + " " + (path.isEmpty() ? "" : path.get(0)) + "/" + path.size();
        return switch (resource) {
            case "PUT User/2" -> asked(agent, body(agent, request, "User"), (feed, asked) -> user(feed, asked, path.get(1), requestId));
            case "POST User/3" -> asked(agent, body(agent, request, "Dialog"),
                    (feed, asked) -> begin(feed, asked, path, requestId));
            case "PUT Dialog/2" -> asked(agent, body(agent, request, "Dialog"), (feed, asked) -> pending(feed, requestId,
                    DialogRequests.plan(asked, action(asked, false), path.get(1))));
            default -> throw FinesseRefused.notFound();
        };
    }

    private Element body(AgentEntry agent, HttpRequest request, String root) {
        try {
            Element body = reader.read(request.body());
            if (!body.is(root)) {
                throw new Unreadable("The root of the body must be " + root + ".");
            }
            return body;
        } catch (Unreadable e) {
            rejections.add(Rejected.of(FinesseFeeds.DIALECT, e.getMessage(), request.body().length()).by(Optional.of(agent.id())));
            throw new FinesseRefused(ErrorType.INVALID_INPUT, "body", e.getMessage());
        }
    }

    private interface Deciding {
        CompletionStage<PendingCommand<FinesseCompletion>> decide(AgentFeed<Update> feed, Asked asked);
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> asked(AgentEntry agent, Element body, Deciding deciding) {
        return feeds.of(agent).thenCompose(feed -> feed.read().thenCompose(snapshot -> {
            KnownDialogs known = feeds.encoder(agent.id()).known();
            known.note(snapshot.replicas());
            return deciding.decide(feed, new Asked(agent, snapshot.replicas(), known, body, names, policy));
        }));
    }

    private static RequestedAction action(Asked asked, boolean begins) {
        Optional<String> named = asked.body().textOf("requestedAction");
        return RequestedAction.of(named.orElseThrow(() -> new FinesseRefused(ErrorType.PARAMETER_MISSING, "requestedAction",
                "The request needs the parameter requestedAction."))).filter(action -> action.begins() == begins)
                .orElseThrow(() -> new FinesseRefused(ErrorType.INVALID_INPUT, "requestedAction", "There is no such action here."));
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> user(AgentFeed<Update> feed, Asked asked, String named, String requestId) {
        Wanted wanted = Wanted.of(asked);
        AgentId me = feed.agent();
        AgentId target = names.directory().user(named).map(AgentEntry::id)
                .filter(user -> user.equals(me) || names.directory().supervises(me, user)).orElseThrow(FinesseRefused::noUser);
        if (!target.equals(me)) {
            return team.set(asked, wanted, target).thenCompose(plan -> pending(feed, requestId, plan));
        }
        return wanted == Wanted.LOGIN ? signIn(feed, asked, requestId) : pending(feed, requestId, UserRequests.plan(asked, wanted));
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> begin(AgentFeed<Update> feed, Asked asked, List<String> path,
            String requestId) {
        RequestedAction action = action(asked, true);
        if (!path.get(2).equals("Dialogs")) {
            throw FinesseRefused.notFound();
        }
        if (names.directory().user(path.get(1)).filter(user -> user.id().equals(feed.agent())).isEmpty()) {
            throw FinesseRefused.noUser();
        }
        return switch (action) {
            case MAKE_CALL -> pending(feed, requestId, DialogRequests.makeCall(asked));
            case BARGE_CALL -> pending(feed, requestId, DialogRequests.barge(asked));
            case SILENT_MONITOR -> team.monitor(asked).thenCompose(plan -> pending(feed, requestId, plan));
            default -> throw new IllegalStateException("begins no dialog: " + action);
        };
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> signIn(AgentFeed<Update> feed, Asked asked, String requestId) {
        List<Command> commands = TelephoneSignIn.commands(feed.entry(), UserRequests.extension(asked), asked.now().agent(),
                feeds.start(feed.agent()));
        boolean again = asked.now().agent().isSignedIn() && commands.size() == 1;
        return dispatched(feed, requestId, commands, commands.get(0).id(), outcomes -> TelephoneSignIn.refusal(outcomes)
                .map(refused -> FinesseAnswers.refused(FinesseRefused.of(refused)))
                .orElseGet(() -> accepted(feed, commands.get(0).id(), again)));
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> pending(AgentFeed<Update> feed, String requestId, Plan plan) {
        CommandId id = gateway.newId();
        List<Command> commands = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            commands.add(commands.isEmpty() ? Command.of(id, gateway.now(), step.cell(), step.command())
                    : commands.get(0).followedBy(commands.size(), step.cell(), step.command()));
        }
        return dispatched(feed, requestId, commands, id, outcomes -> refusal(outcomes).map(refused -> refused(feed, plan, id, refused))
                .orElseGet(() -> accepted(feed, id, plan.told())));
    }

    private interface Answering {
        HttpResponse answer(List<Outcome> outcomes);
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> dispatched(AgentFeed<Update> feed, String requestId, List<Command> commands,
            CommandId id, Answering answering) {
        Consumer<CommandId> expect = requestId.isEmpty() ? any -> { } : one -> feeds.requestIds(feed.agent()).expect(one, requestId);
        expect.accept(id);
        commands.forEach(feed::expect);
        return CompletableFuture.completedFuture(new PendingCommand<>(outcomes -> {
            if (!outcomes.stream().allMatch(Outcome::isAccepted)) {
                feed.refused(commands.get(0));
            }
            return CompletableFuture.completedFuture(answering.answer(outcomes));
        }, commands));
    }

    private static Optional<Outcome.Refused> refusal(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast).findFirst();
    }

    private HttpResponse accepted(AgentFeed<Update> feed, CommandId id, boolean told) {
        if (told) {
            feed.tell(now -> List.of(feeds.encoder(feed.agent()).user(now, gateway.now()).causedBy(id)));
        }
        return FinesseAnswers.accepted();
    }

    private HttpResponse refused(AgentFeed<Update> feed, Plan plan, CommandId id, Outcome.Refused refused) {
        if (plan.source().isEmpty() || AT_ONCE.contains(refused.reason())) {
            return FinesseAnswers.refused(FinesseRefused.of(refused));
        }
        feed.tell(now -> List.of(Update.of(FailureCode.of(refused.reason()).error(), plan.source().get()).causedBy(id)));
        return FinesseAnswers.accepted();
    }
}
