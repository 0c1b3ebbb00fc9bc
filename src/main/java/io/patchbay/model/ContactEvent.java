package io.patchbay.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events of a whole interaction. */
public sealed interface ContactEvent extends InteractionEvent {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.contact(this);
    }

    interface Cases<R> {
        R created(Created e);

        R queued(Queued e);

        R requeued(Requeued e);

        R offered(Offered e);

        R accepted(Accepted e);

        R rejected(Rejected e);

        R offerExpired(OfferExpired e);

        R dataChanged(DataChanged e);

        R dispositionSet(DispositionSet e);

        R scriptSignalled(ScriptSignalled e);

        R ended(Ended e);

        R completed(Completed e);

        R ownerChanged(OwnerChanged e);

        R transferred(InteractionTransferred e);
    }

    /** @param to what it was addressed to; empty of a call, which has that itself */
    record Created(Medium medium, Interaction.Direction direction, Map<String, String> data, ContactPolicy terms, Optional<Address> to)
            implements ContactEvent {
        public Created(Medium medium, Interaction.Direction direction, Map<String, String> data, ContactPolicy terms) {
            this(medium, direction, data, terms, Optional.empty());
        }

        public String name() {
            return "interaction.created";
        }

        public <R> R match(Cases<R> cases) {
            return cases.created(this);
        }
    }

    /** The interaction waits in a queue. @param place of this wait; for a call, the leg of the queue */
    record Queued(QueueName queue, Address number, boolean wrapUp, Instant arrivedAt, PartyId place) implements ContactEvent {
        public String name() {
            return "interaction.queued";
        }

        public <R> R match(Cases<R> cases) {
            return cases.queued(this);
        }
    }

    /**
     * Back in its queue with its arrival time.
     *
     * @param tried  the agent that did not take it, if one was offered it
     * @param absent that agent had no client to see it, so it may be offered it again at once
     */
    record Requeued(QueueName queue, Optional<AgentId> tried, boolean absent) implements ContactEvent {
        public Requeued(QueueName queue, Optional<AgentId> tried) {
            this(queue, tried, false);
        }

        public String name() {
            return "interaction.requeued";
        }

        public <R> R match(Cases<R> cases) {
            return cases.requeued(this);
        }
    }

    /**
     * A contact that is no call is offered to an agent: it has the interaction as an offer from now on, on that channel.
     *
     * @param participant what the agent becomes if it accepts
     * @param by          the agent that asked for this one; empty where the contact itself looks for its agent
     * @param queue       present when a queue offers
     */
    record Offered(AgentId agent, ChannelId channel, PartyId participant, Invitation.Purpose purpose, Optional<AgentId> by,
                   Optional<QueueName> queue) implements ContactEvent {
        public String name() {
            return "interaction.offered";
        }

        public <R> R match(Cases<R> cases) {
            return cases.offered(this);
        }
    }

    /** An agent accepted the offer of a messaging contact. Another event reports that it joined. */
    record Accepted(AgentId agent, PartyId participant) implements ContactEvent {
        public String name() {
            return "interaction.accepted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /** An agent refused an offer; of a call its leg is gone with it. */
    record Rejected(AgentId agent, Optional<CallId> call, Optional<PartyId> connection) implements ContactEvent {
        public String name() {
            return "interaction.rejected";
        }

        public <R> R match(Cases<R> cases) {
            return cases.rejected(this);
        }
    }

    /** An agent let an offer pass; of a call its leg is gone with it. */
    record OfferExpired(AgentId agent, Optional<CallId> call, Optional<PartyId> connection) implements ContactEvent {
        public String name() {
            return "interaction.offerExpired";
        }

        public <R> R match(Cases<R> cases) {
            return cases.offerExpired(this);
        }
    }

    /** @param set the pairs set, new or overwritten; @param deleted the keys that are gone */
    record DataChanged(Map<String, String> set, List<String> deleted) implements ContactEvent {
        public String name() {
            return "interaction.dataChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.dataChanged(this);
        }
    }

    record DispositionSet(AgentId agent, String disposition) implements ContactEvent {
        public String name() {
            return "interaction.dispositionSet";
        }

        public <R> R match(Cases<R> cases) {
            return cases.dispositionSet(this);
        }
    }

    /** An agent signalled the script of the contact. The script defines the meaning. */
    record ScriptSignalled(AgentId agent, String script, Map<String, String> parameters) implements ContactEvent {
        public String name() {
            return "interaction.scriptSignalled";
        }

        public <R> R match(Cases<R> cases) {
            return cases.scriptSignalled(this);
        }
    }

    /** The last participant has left. */
    record Ended(Cause cause) implements ContactEvent {
        public String name() {
            return "interaction.ended";
        }

        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** An agent is done with it. @param signedOut its session ended, so it was not asked and need not be told */
    record Completed(AgentId agent, boolean signedOut) implements ContactEvent {
        public String name() {
            return "interaction.completed";
        }

        public <R> R match(Cases<R> cases) {
            return cases.completed(this);
        }
    }

    /** The owning agent left and another agent continues. A transfer reports this itself. */
    record OwnerChanged(AgentId owner) implements ContactEvent {
        public String name() {
            return "interaction.ownerChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.ownerChanged(this);
        }
    }

    /**
     * An agent handed a contact that is no call to another or to a queue, and leaves.
     *
     * @param from who did
     * @param to   the agent that has it now or is asked for it; empty where a queue looks for one
     */
    record InteractionTransferred(AgentId from, Optional<AgentId> to, Optional<QueueName> queue) implements ContactEvent {
        public String name() {
            return "interaction.transferred";
        }

        public <R> R match(Cases<R> cases) {
            return cases.transferred(this);
        }
    }
}
