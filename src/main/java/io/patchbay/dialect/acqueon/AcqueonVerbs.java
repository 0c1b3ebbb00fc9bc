package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.request.Asked;
import io.patchbay.dialect.acqueon.request.Envelope;
import io.patchbay.dialect.acqueon.request.Plan;
import io.patchbay.dialect.acqueon.request.TeamVerbs;
import io.patchbay.dialect.acqueon.request.Verbs;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.door.CallLookup;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.reading.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Verbs that become commands. The first event of the commands is the answer. No method blocks. */
public final class AcqueonVerbs {
    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final AcqueonFeeds feeds;
    private final Names names;
    private final ContactPolicy policy;
    private final TeamVerbs team;
    private final boolean tell;

    /**
     * @param policy travels with the calls dialled here
     * @param tell   whether an agent is told of a supervisor who only listens
     */
    public AcqueonVerbs(CommandGateway gateway, AcqueonFeeds feeds, Directory directory, ContactPolicy policy, PresenceWatch presences,
            CallLookup calls, boolean tell) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.names = new Names(directory);
        this.policy = policy;
        this.team = new TeamVerbs(presences, calls, LOOKUP);
        this.tell = tell;
    }

    /** Completes with {@link AcqueonRefused}. */
    CompletionStage<PendingCommand<AcqueonCompletion>> ask(Sender sender, SignedIn who, Envelope envelope, VerbRow row) {
        return asked(sender, who, envelope, row).exceptionallyCompose(error -> CompletableFuture.failedFuture(
                error instanceof CompletionException && error.getCause() instanceof AcqueonRefused refused ? refused.in(row) : error));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> asked(Sender sender, SignedIn who, Envelope envelope, VerbRow row) {
        return feeds.of(who.agent()).thenCompose(feed -> feed.read().thenCompose(snapshot -> {
            if (who.isOver(snapshot.replicas().agent())) {
                throw AcqueonRefused.notSignedIn();
            }
            RecordingEncoder encoder = feeds.encoder(feed.agent());
            encoder.known().note(snapshot.replicas());
            Asked asked = new Asked(who.agent(), who.extension(), snapshot.replicas(), encoder.known(), row, envelope.data(row),
                    names, policy, tell);
            CompletionStage<Plan> plan = row.verb().kind() == Verb.Kind.TEAM ? team.plan(asked)
                    : CompletableFuture.completedFuture(Verbs.plan(asked));
            return plan.thenApply(made -> pending(sender, feed, who.flavour(), row, made, envelope.requestId()));
        }));
    }

    private PendingCommand<AcqueonCompletion> pending(Sender sender, AgentFeed<Notice> feed, Flavour flavour, VerbRow row, Plan plan,
            Optional<String> requestId) {
        CommandId id = RequestIds.mark(feed.agent(), gateway.newId());
        List<Command> commands = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            commands.add(commands.isEmpty() ? Command.of(id, gateway.now(), step.cell(), step.command())
                    : commands.get(0).followedBy(commands.size(), step.cell(), step.command()));
        }
        commands.forEach(feed::expect);
        requestId.ifPresent(text -> sender.expect(id, text));
        return new PendingCommand<>(outcomes -> {
            plan.refusal(outcomes).ifPresentOrElse(refused -> {
                feed.refused(commands.get(0));
                sender.forget(id);
                sender.refuse(AcqueonRefused.of(refused).in(row), flavour, requestId);
            }, () -> tell(feed, plan, id));
            return CompletableFuture.completedFuture(null);
        }, commands);
    }

    private void tell(AgentFeed<Notice> feed, Plan plan, CommandId id) {
        if (plan.told()) {
            feed.tell(now -> Bursts.state(feeds.encoder(feed.agent()), now, gateway.now(), id));
        }
    }
}
