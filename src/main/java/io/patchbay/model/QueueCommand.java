package io.patchbay.model;

import java.time.Instant;

/** A queue takes follow-ups and deadlines only, and that it is there. */
public sealed interface QueueCommand extends Body {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R open(Open c);

        R enqueue(Enqueue c);

        R giveBack(GiveBack c);

        R leave(Leave c);

        R agentIdle(AgentIdle c);

        R agentNotIdle(AgentNotIdle c);

        R reserveRefused(QueueReserveRefused c);

        R deadline(QueueDeadline c);
    }

    /** The gateway has this queue. Again at the start of each member; the first one counts. */
    record Open() implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.open(this);
        }
    }

    /** A contact arrives; again for one that comes back after an agent had taken it: its arrival time keeps its rank. */
    record Enqueue(InteractionId interaction, Medium medium, Instant arrivedAt, boolean wrapUp, ContactPolicy terms, PartyId place)
            implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.enqueue(this);
        }
    }

    /** The agent it was offered to did not take it. @param place of the wait it was offered in; another one is not touched */
    record GiveBack(InteractionId interaction, AgentId tried, PartyId place, Queue.Tried.Why why) implements QueueCommand {
        public GiveBack(InteractionId interaction, AgentId tried, PartyId place) {
            this(interaction, tried, place, Queue.Tried.Why.PASSED);
        }

        public <R> R match(Cases<R> cases) {
            return cases.giveBack(this);
        }
    }

    /** It waits no longer. */
    record Leave(InteractionId interaction, Queue.Exit why) implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.leave(this);
        }
    }

    record AgentIdle(AgentId agent, Medium medium, Instant since) implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.agentIdle(this);
        }
    }

    record AgentNotIdle(AgentId agent, Medium medium) implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.agentNotIdle(this);
        }
    }

    /** The agent picked had no slot after all, or its interaction could not use it: the next one is tried. @param place as above */
    record QueueReserveRefused(InteractionId interaction, AgentId agent, PartyId place) implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.reserveRefused(this);
        }
    }

    record QueueDeadline(String id) implements QueueCommand {
        public <R> R match(Cases<R> cases) {
            return cases.deadline(this);
        }
    }
}
