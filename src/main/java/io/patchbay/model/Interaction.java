package io.patchbay.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One contact across all its transfers: the authority on who takes part.
 *
 * @param data    key to value, in the order it was set
 * @param calls   those with at least one connection; a finished call is not kept
 * @param members the agents that have it on their list, in the order they came
 * @param owner   the agent that took it, once one did
 * @param queue   the queue it came through, if any
 * @param asking  the queue that one of its consult calls waits in, while it does; a contact waits in one queue at a time
 * @param recording of the contact as a whole
 * @param messaging who takes part where it is no call
 * @param startedAt when it began; empty before that
 * @param since     when it came into its present phase
 */
public record Interaction(Phase phase, Medium medium, Direction direction, ContactPolicy terms, Map<String, String> data, List<Call> calls,
                          List<Member> members, Optional<AgentId> owner, Optional<Queueing> queue, Optional<Queueing> asking,
                          List<Disposition> dispositions, Recording recording, Messaging messaging, Optional<Instant> startedAt,
                          Optional<Instant> since) implements State {

    /** Nothing yet; somebody takes part; nobody takes part any more. */
    public enum Phase { NEW, LIVE, ENDED }

    public enum Direction { INBOUND, OUTBOUND, INTERNAL }

    public enum Recording { STOPPED, RUNNING, PAUSED }

    public static final Interaction NEW = new Interaction(Phase.NEW, Medium.VOICE, Direction.INBOUND,
            new ContactPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO), Map.of(), List.of(), List.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Recording.STOPPED, Messaging.NONE,
            Optional.empty(), Optional.empty());

    /**
     * One agent that has the interaction.
     *
     * @param channel the agent's channel it came to
     * @param focus   the call the agent works in, when there is one
     * @param watched the agent that a supervisor watches or coaches in a contact that is no call
     */
    public record Member(AgentId agent, ChannelId channel, Phase phase, Optional<CallId> focus, Optional<AgentId> watched) {
        public Member(AgentId agent, ChannelId channel, Phase phase, Optional<CallId> focus) {
            this(agent, channel, phase, focus, Optional.empty());
        }

        /** Offered and not taken; taking part; the last leg is gone but the agent has not completed it. */
        public enum Phase { OFFERED, ACTIVE, ENDED }

        public Member in(Phase next) {
            return new Member(agent, channel, next, focus, watched);
        }

        public Member focusedOn(Optional<CallId> call) {
            return new Member(agent, channel, phase, call, watched);
        }

        public boolean is(Phase other) {
            return phase == other;
        }

        /** Takes part, and not only beside another agent. */
        public boolean serves() {
            return phase == Phase.ACTIVE && watched.isEmpty();
        }
    }

    /**
     * The queue a contact came through.
     *
     * @param number    what was dialled to reach it
     * @param arrivedAt kept when the contact comes back
     * @param waiting   it waits there now: nobody has taken it
     * @param place     what stands for it in the queue, another each time it comes there; of a call it is the queue's leg
     * @param since     when this wait began, or when it ended; empty in events, which have a time of their own
     */
    public record Queueing(QueueName queue, Address number, boolean wrapUp, Instant arrivedAt, boolean waiting, PartyId place,
                           Optional<Instant> since) {
        public Queueing(QueueName queue, Address number, boolean wrapUp, Instant arrivedAt, boolean waiting, PartyId place) {
            this(queue, number, wrapUp, arrivedAt, waiting, place, Optional.empty());
        }

        public Queueing waiting(boolean now) {
            return new Queueing(queue, number, wrapUp, arrivedAt, now, place, since);
        }

        /** @param state since when it waits or does not */
        public Queueing at(Instant state) {
            return new Queueing(queue, number, wrapUp, arrivedAt, waiting, place, Optional.of(state));
        }

        /** The place that its queue offers. */
        public QueuePlace offeredAs() {
            return new QueuePlace(queue, place);
        }

        public Queueing at(PartyId next) {
            return new Queueing(queue, number, wrapUp, arrivedAt, waiting, next, since);
        }
    }

    /** The disposition of one agent. */
    public record Disposition(AgentId by, String disposition) { }

    /** Live from now on, with what it begins with. */
    public Interaction begun(Medium as, Direction to, Map<String, String> with, ContactPolicy on) {
        return new Interaction(Phase.LIVE, as, to, on, ordered(with), calls, members, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    public Interaction in(Phase next) {
        return new Interaction(next, medium, direction, terms, data, calls, members, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    public Interaction withData(Map<String, String> next) {
        return new Interaction(phase, medium, direction, terms, ordered(next), calls, members, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    /** Adds the call, or puts it in the place of the one with its id; without connections it is gone. */
    public Interaction with(Call call) {
        List<Call> next = Listed.with(calls, call, Call::id);
        next.removeIf(c -> c.connections().isEmpty());
        return new Interaction(phase, medium, direction, terms, data, List.copyOf(next), members, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    /** Adds the member, or puts it in the place of the one of its agent. */
    public Interaction with(Member member) {
        List<Member> next = List.copyOf(Listed.with(members, member, Member::agent));
        return new Interaction(phase, medium, direction, terms, data, calls, next, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    public Interaction without(AgentId agent) {
        List<Member> next = members.stream().filter(m -> !m.agent().equals(agent)).toList();
        return new Interaction(phase, medium, direction, terms, data, calls, next, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    public Interaction ownedBy(AgentId agent) {
        return new Interaction(phase, medium, direction, terms, data, calls, members, Optional.of(agent), queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    public Interaction in(Queueing next) {
        return new Interaction(phase, medium, direction, terms, data, calls, members, owner, Optional.of(next), asking,
                dispositions, recording, messaging, startedAt, since);
    }

    /** One disposition an agent: a later one takes the place of the earlier. */
    public Interaction with(Disposition disposition) {
        List<Disposition> next = List.copyOf(Listed.with(dispositions, disposition, Disposition::by));
        return new Interaction(phase, medium, direction, terms, data, calls, members, owner, queue, asking, next,
                recording, messaging, startedAt, since);
    }

    public Interaction asking(Optional<Queueing> next) {
        return new Interaction(phase, medium, direction, terms, data, calls, members, owner, queue, next, dispositions,
                recording, messaging, startedAt, since);
    }

    public Interaction in(Recording next) {
        return new Interaction(phase, medium, direction, terms, data, calls, members, owner, queue, asking, dispositions, next,
                messaging, startedAt, since);
    }

    /** Nobody's until somebody takes it. */
    public Interaction unowned() {
        return new Interaction(phase, medium, direction, terms, data, calls, members, Optional.empty(), queue, asking, dispositions,
                recording, messaging, startedAt, since);
    }

    public Interaction without(CallId call) {
        List<Call> next = calls.stream().filter(c -> !c.id().equals(call)).toList();
        return new Interaction(phase, medium, direction, terms, data, next, members, owner, queue, asking,
                dispositions, recording, messaging, startedAt, since);
    }

    public Interaction with(Messaging next) {
        return new Interaction(phase, medium, direction, terms, data, calls, members, owner, queue, asking, dispositions, recording, next,
                startedAt, since);
    }

    /** @param state since when it is in its present phase */
    public Interaction at(Instant start, Instant state, List<Call> timed, Messaging people) {
        return new Interaction(phase, medium, direction, terms, data, timed, members, owner, queue, asking, dispositions, recording,
                people, Optional.of(start), Optional.of(state));
    }

    private static Map<String, String> ordered(Map<String, String> pairs) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    public Optional<Call> call(CallId id) {
        return calls.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public Optional<Member> member(AgentId agent) {
        return members.stream().filter(m -> m.agent().equals(agent)).findFirst();
    }

    /** The part that the agent may know. The agent learns of a call when the call alerts, not before. */
    public Interaction knownTo(AgentId agent) {
        Interaction known = this;
        for (Call call : calls) {
            Optional<Connection> called = call.of(agent).filter(leg -> leg.is(Connection.State.INITIATED) && !call.isDialling(leg));
            if (called.isPresent()) {
                known = known.with(call.without(called.get().id()));
            }
        }
        return known;
    }

    /** The calls the agent has a leg in, in the order they began. */
    public List<Call> callsOf(AgentId agent) {
        return calls.stream().filter(c -> c.of(agent).isPresent()).toList();
    }

    /** Of the queue's leg that is in one of its calls. */
    public Optional<Queueing> queueing() {
        return asking.or(() -> queue);
    }

    public boolean isLive() {
        return phase == Phase.LIVE;
    }
}
