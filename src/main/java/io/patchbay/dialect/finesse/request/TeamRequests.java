package io.patchbay.dialect.finesse.request;

import io.patchbay.dialect.finesse.request.UserRequests.Wanted;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.door.CallLookup;
import io.patchbay.door.PresenceWatch;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Requests of a supervisor for an agent of the team. An agent of another team is refused as if there were none. */
public record TeamRequests(PresenceWatch presences, CallLookup calls, Duration patience) {

    /** Completes with {@link FinesseRefused}, or throws it. Completes exceptionally too if the grid does not answer. */
    public CompletionStage<Plan> set(Asked asked, Wanted wanted, AgentId target) {
        Optional<Presence> presence = switch (wanted) {
            case LOGIN -> throw new FinesseRefused(ErrorType.INVALID_USER, "state",
                    "Only the user itself signs in.");
            case LOGOUT -> Optional.empty();
            case READY -> Optional.of(Presence.READY);
            case NOT_READY -> Optional.of(UserRequests.notReady(asked));
        };
        Body logout = new AgentCommand.EndSession(Cause.LOGOUT, presence.isPresent() ? Optional.empty() : UserRequests.logoutReason(asked));
        return presences.read(List.of(target), patience).thenApply(all -> {
            Agent agent = Optional.ofNullable(all.get(target)).filter(Agent::isSignedIn)
                    .orElseThrow(() -> FinesseRefused.state("The user is not signed in."));
            return presence.map(state -> new Plan(agent.channels().stream().filter(channel -> differs(channel, state))
                    .map(channel -> new Plan.Step(Subject.of(target),
                            new AgentCommand.SetPresence(channel.id(), state, Optional.of(asked.me())))).toList(), false, Optional.empty()))
                    .orElseGet(() -> Plan.of(Subject.of(target), logout));
        });
    }

    private static boolean differs(Channel channel, Presence wanted) {
        boolean is = !channel.presence().atWork() && channel.presence().equals(wanted);
        return channel.medium() == Medium.VOICE && !channel.presence().is(ChannelState.INACTIVE) && !is;
    }

    /** From NOT_READY, to an agent that talks. Completes with {@link FinesseRefused}, or throws it. */
    public CompletionStage<Plan> monitor(Asked asked) {
        String extension = asked.text("toAddress");
        Channel telephone = asked.telephone();
        supervises(asked.entry());
        AgentId agent = asked.names().directory().resolve(extension).filter(Destination.Extension.class::isInstance)
                .map(to -> ((Destination.Extension) to).agent())
                .filter(other -> asked.names().directory().supervises(asked.me(), other)).orElseThrow(FinesseRefused::noUser);
        if (!telephone.presence().is(ChannelState.NOT_READY) || asked.now().agent().call().isPresent()) {
            throw FinesseRefused.state("A supervisor monitors from NOT_READY, without a call.");
        }
        return calls.byAgent(agent).thenApply(found -> found.flatMap(one -> talking(one, agent).map(call ->
                Plan.of(Subject.of(one.interaction()), new PartyCommand.MonitorCall(asked.me(),
                        new Address(telephone.endpoint()), call.id(), agent, Call.Monitoring.Mode.SILENT))
                        .later(Resource.dialogs(asked.me()))))
                .orElseThrow(() -> FinesseRefused.state("The agent is in no call that can be monitored.")));
    }

    private static Optional<Call> talking(CallLookup.Found found, AgentId agent) {
        return found.state().callsOf(agent).stream()
                .filter(call -> call.purpose() != Call.Purpose.MONITOR && call.of(agent).filter(Connection::isAnswered).isPresent())
                .reduce((one, other) -> other.of(agent).orElseThrow().is(Connection.State.CONNECTED) ? other : one);
    }

    static void supervises(AgentEntry entry) {
        if (entry.role() != AgentEntry.Role.SUPERVISOR) {
            throw FinesseRefused.noSupervisor();
        }
    }
}
