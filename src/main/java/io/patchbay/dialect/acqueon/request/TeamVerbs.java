package io.patchbay.dialect.acqueon.request;

import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.door.CallLookup;
import io.patchbay.door.PresenceWatch;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.Destination;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Verbs of a supervisor for an agent of the team. Where the events are those of the agent, the supervisor is told its own state. An agent
 * of another team is refused as if it did not exist.
 */
public record TeamVerbs(PresenceWatch presences, CallLookup calls, Duration patience) {

    /** Completes with {@link AcqueonRefused}, or throws it. Completes exceptionally too if the grid does not answer. */
    public CompletionStage<Plan> plan(Asked asked) {
        return switch (asked.row().verb()) {
            case SILENT_MONITORING -> monitor(asked);
            case TEAM_NOT_READY -> set(asked, AgentVerbs.notReadyPresence(asked));
            case TEAM_READY -> set(asked, Presence.READY);
            case TEAM_LOGOUT -> logout(asked);
            default -> throw new IllegalStateException("no verb of a supervisor: " + asked.row().verb());
        };
    }

    private CompletionStage<Plan> monitor(Asked asked) {
        String extension = asked.data().text("the extension of the agent", "toAddress");
        asked.own("fromAddress");
        CallVerbs.supervises(asked.entry());
        AgentId agent = asked.names().directory().resolve(extension).filter(Destination.Extension.class::isInstance)
                .map(to -> ((Destination.Extension) to).agent())
                .filter(other -> asked.names().directory().supervises(asked.me(), other)).orElseThrow(() -> unknown("toAddress"));
        mustBeFree(asked);
        return calls.byAgent(agent).thenApply(found -> found.flatMap(one -> talking(one, agent).map(call ->
                Plan.of(Subject.of(one.interaction()), new PartyCommand.MonitorCall(asked.me(), asked.extension(), call.id(), agent,
                        Call.Monitoring.Mode.SILENT, asked.tell()))))
                .orElseThrow(() -> AcqueonRefused.state("The agent is in no call that can be monitored.")));
    }

    /** The call that listens needs the telephone of the supervisor. No event tells that it did not get it. */
    private static void mustBeFree(Asked asked) {
        boolean free = asked.channel().isActive() && asked.now().agent().call().isEmpty()
                && !asked.now().agent().device(asked.extension()).doNotDisturb();
        if (!free) {
            throw AcqueonRefused.state("The supervisor has a call already, or takes none.");
        }
    }

    private static Optional<Call> talking(CallLookup.Found found, AgentId agent) {
        return found.state().callsOf(agent).stream()
                .filter(call -> call.purpose() != Call.Purpose.MONITOR && call.of(agent).filter(Connection::isAnswered).isPresent())
                .reduce((one, other) -> other.of(agent).orElseThrow().is(Connection.State.CONNECTED) ? other : one);
    }

    private CompletionStage<Plan> set(Asked asked, Presence wanted) {
        AgentId target = target(asked);
        return state(target).thenApply(agent -> {
            List<Plan.Step> steps = new ArrayList<>();
            for (Channel channel : agent.channels()) {
                boolean is = !channel.presence().atWork() && channel.presence().equals(wanted);
                if (channel.medium() == Medium.VOICE && !channel.presence().is(ChannelState.INACTIVE) && !is) {
                    steps.add(new Plan.Step(Subject.of(target),
                            new AgentCommand.SetPresence(channel.id(), wanted, Optional.of(asked.me()))));
                }
            }
            return new Plan(steps, true);
        });
    }

    private CompletionStage<Plan> logout(Asked asked) {
        AgentId target = target(asked);
        return state(target).thenApply(agent -> Plan.of(Subject.of(target), new AgentCommand.EndSession(Cause.LOGOUT)).withState());
    }

    private static AgentId target(Asked asked) {
        String name = asked.data().text("the name of the agent", "UserName");
        CallVerbs.supervises(asked.entry());
        return asked.names().directory().user(name).map(AgentEntry::id)
                .filter(other -> asked.names().directory().supervises(asked.me(), other)).orElseThrow(() -> unknown("UserName"));
    }

    /** The state of an agent that is signed in. */
    private CompletionStage<Agent> state(AgentId agent) {
        return presences.read(List.of(agent), patience).thenApply(all -> Optional.ofNullable(all.get(agent)).filter(Agent::isSignedIn)
                .orElseThrow(() -> AcqueonRefused.state("The agent is not signed in.")));
    }

    private static AcqueonRefused unknown(String parameter) {
        return new AcqueonRefused(ErrorType.USER_NOT_FOUND, parameter, "There is no such agent in the team.");
    }
}
