package io.patchbay.model;

import java.util.List;
import java.util.Optional;

/** Events of the parties of calls. */
public sealed interface PartyEvent extends InteractionEvent {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.party(this);
    }

    interface Cases<R> {
        R transferred(Transferred e);

        R conferenced(Conferenced e);

        R partyAdded(PartyAdded e);

        R partyMoved(PartyMoved e);

        R monitorStarted(MonitorStarted e);

        R monitorStopped(MonitorStopped e);
    }

    /**
     * An agent left a call to others. The other parties of the second call, ringing ones too, are in the first from now on, in one event,
     * so that nobody is ever without a call; the second is over. An answered agent that moved owns the interaction.
     *
     * @param primaryOldCall   the original, which goes on
     * @param secondaryOldCall left out by a single-step transfer, which adds a party instead
     * @param resultingCall    the same as the primary
     * @param by               who left; its legs in both are gone
     * @param added            who or what is called by a single-step transfer
     * @param queueing         the queue that the contact waits in from now on, when that is a queue
     */
    record Transferred(CallId primaryOldCall, Optional<CallId> secondaryOldCall, CallId resultingCall, AgentId by,
                       List<Connection> added, Optional<Interaction.Queueing> queueing) implements PartyEvent {
        public String name() {
            return "call.transferred";
        }

        public <R> R match(Cases<R> cases) {
            return cases.transferred(this);
        }
    }

    /** The other parties of the second call joined the first, where who did it is connected; its leg in the second is gone. */
    record Conferenced(CallId primaryOldCall, CallId secondaryOldCall, CallId resultingCall, AgentId by) implements PartyEvent {
        public String name() {
            return "call.conferenced";
        }

        public <R> R match(Cases<R> cases) {
            return cases.conferenced(this);
        }
    }

    /** A party is called into a call that continues meanwhile. */
    record PartyAdded(CallId call, Connection connection, AgentId by) implements PartyEvent {
        public String name() {
            return "call.partyAdded";
        }

        public <R> R match(Cases<R> cases) {
            return cases.partyAdded(this);
        }
    }

    /** A party went from one call to another: a supervisor barged in. The call it left is over. */
    record PartyMoved(CallId from, CallId call, PartyId connection, Address party, Optional<AgentId> agent) implements PartyEvent {
        public String name() {
            return "call.partyMoved";
        }

        public <R> R match(Cases<R> cases) {
            return cases.partyMoved(this);
        }
    }

    /**
     * A supervisor listens to an agent, or speaks to it, from now on, in place of how it did before.
     *
     * @param call       the one listened to
     * @param monitor    the supervisor's own
     * @param connection the supervisor's leg in its own
     * @param told       the agent is shown who only listens, too
     * @param previous   how it did before; empty when it begins
     */
    record MonitorStarted(CallId call, CallId monitor, PartyId connection, AgentId supervisor, AgentId agent,
                          Call.Monitoring.Mode mode, boolean told, Optional<Call.Monitoring.Mode> previous) implements PartyEvent {
        public String name() {
            return "call.monitorStarted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.monitorStarted(this);
        }
    }

    /** A supervisor listens no more, because it left, barged in, or there is nothing left to listen to; its leg goes by its own event. */
    record MonitorStopped(CallId call, CallId monitor, PartyId connection, AgentId supervisor, AgentId agent,
                          Cause cause) implements PartyEvent {
        public String name() {
            return "call.monitorStopped";
        }

        public <R> R match(Cases<R> cases) {
            return cases.monitorStopped(this);
        }
    }
}
