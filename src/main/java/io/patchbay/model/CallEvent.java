package io.patchbay.model;

import java.util.List;
import java.util.Optional;

/** Events of a call and its legs. */
public sealed interface CallEvent extends InteractionEvent {

    CallId call();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.call(this);
    }

    interface Cases<R> {
        R originated(Originated e);

        R delivered(Delivered e);

        R established(Established e);

        R held(Held e);

        R retrieved(Retrieved e);

        R connectionCleared(ConnectionCleared e);

        R failed(Failed e);

        R diverted(Diverted e);

        R queued(CallQueued e);

        R muted(Muted e);

        R unmuted(Unmuted e);

        R dtmfSent(DtmfSent e);
    }

    /** The request of which this is a part. A dialect may have to show the parts as one. */
    enum Within { ITSELF, CONSULTATION, ALTERNATION }

    /**
     * A call began with these legs: who calls, and whoever or whatever is called.
     *
     * @param by         present when an agent dialled: it has the interaction from now on, on that channel, and works in this call
     * @param consultFor present when it is a consult call
     * @param monitoring present when it is a supervisor's
     * @param asking     present when it is a consult call to a queue, which it waits in from now on
     */
    record Originated(CallId call, Call.Purpose purpose, Address from, Address to, List<Connection> connections,
                      Optional<Interaction.Member> by, Optional<Call.ConsultFor> consultFor,
                      Optional<Call.Monitoring> monitoring, Optional<Interaction.Queueing> asking) implements CallEvent {
        public Originated(CallId call, Call.Purpose purpose, Address from, Address to, List<Connection> connections,
                          Optional<Interaction.Member> by) {
            this(call, purpose, from, to, connections, by, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public String name() {
            return "call.originated";
        }

        public <R> R match(Cases<R> cases) {
            return cases.originated(this);
        }
    }

    /** A leg alerts. @param agent present when it is an agent's: it has the interaction as an offer from now on, on that channel */
    record Delivered(CallId call, Connection connection, Optional<AgentId> agent, Optional<ChannelId> channel,
                     Optional<QueueName> queue) implements CallEvent {
        public String name() {
            return "call.delivered";
        }

        public <R> R match(Cases<R> cases) {
            return cases.delivered(this);
        }
    }

    /** A leg was answered; whoever called is connected with it, and a queue's leg ends. @param form how an agent did it */
    record Established(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Form form) implements CallEvent {
        /**
         * Answered as a call, accepted as a contact (Harmony documents two orders of events), answered by the far end, or by nobody's
         * doing.
         */
        public enum Form { ANSWERED, ACCEPTED, FAR_END, AUTOMATIC }

        public String name() {
            return "call.established";
        }

        public <R> R match(Cases<R> cases) {
            return cases.established(this);
        }
    }

    record Held(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Within within) implements CallEvent {
        public Held(CallId call, PartyId connection, Address party, Optional<AgentId> agent) {
            this(call, connection, party, agent, Within.ITSELF);
        }

        public String name() {
            return "call.held";
        }

        public <R> R match(Cases<R> cases) {
            return cases.held(this);
        }
    }

    record Retrieved(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Within within) implements CallEvent {
        public Retrieved(CallId call, PartyId connection, Address party, Optional<AgentId> agent) {
            this(call, connection, party, agent, Within.ITSELF);
        }

        public String name() {
            return "call.retrieved";
        }

        public <R> R match(Cases<R> cases) {
            return cases.retrieved(this);
        }
    }

    /**
     * A leg is gone; the call goes on with those left, or is over with the last one.
     *
     * @param forAll whether the request ends the call for every party; each other leg is cleared by an event of its own
     */
    record ConnectionCleared(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Cause cause, boolean forAll)
            implements CallEvent {
        public ConnectionCleared(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Cause cause) {
            this(call, connection, party, agent, cause, false);
        }

        public String name() {
            return "call.connectionCleared";
        }

        public <R> R match(Cases<R> cases) {
            return cases.connectionCleared(this);
        }
    }

    /** The called party could not be reached, and its leg ended. Another event clears the leg of the caller. */
    record Failed(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Cause cause) implements CallEvent {
        public String name() {
            return "call.failed";
        }

        public <R> R match(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * The called extension forwarded the call: its leg ended, and another is called in its place.
     *
     * @param connection the leg that ended
     * @param party      the extension that forwarded the call
     * @param to         the leg in its place
     * @param queueing   the queue that the contact waits in from now on, when that is a queue
     */
    record Diverted(CallId call, PartyId connection, Address party, Optional<AgentId> agent, Connection to,
                    Optional<Interaction.Queueing> queueing) implements CallEvent {
        public String name() {
            return "call.diverted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.diverted(this);
        }
    }

    /** A contact that had been taken waits in its queue again, with its arrival time. @param connection the queue's leg in the call */
    record CallQueued(CallId call, Connection connection, QueueName queue) implements CallEvent {
        public String name() {
            return "call.queued";
        }

        public <R> R match(Cases<R> cases) {
            return cases.queued(this);
        }
    }

    record Muted(CallId call, PartyId connection, Address party, Optional<AgentId> agent) implements CallEvent {
        public String name() {
            return "call.muted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.muted(this);
        }
    }

    record Unmuted(CallId call, PartyId connection, Address party, Optional<AgentId> agent) implements CallEvent {
        public String name() {
            return "call.unmuted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.unmuted(this);
        }
    }

    /** Digits were sent; which ones is nobody's business (BINDINGS, canonical events). */
    record DtmfSent(CallId call, PartyId connection, Address party, Optional<AgentId> agent, int count) implements CallEvent {
        public String name() {
            return "call.dtmfSent";
        }

        public <R> R match(Cases<R> cases) {
            return cases.dtmfSent(this);
        }
    }
}
