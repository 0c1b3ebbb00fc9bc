package io.patchbay.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events of an agent. */
public sealed interface AgentEvent extends Event permits
        AgentEvent.SessionStarted, AgentEvent.SessionEnded, AgentEvent.BindingAdded, AgentEvent.BindingLost, AgentEvent.BindingRemoved,
        AgentEvent.ChannelAdded, AgentEvent.ChannelRemoved, AgentEvent.ChannelGroupAdded, AgentEvent.ChannelGroupRemoved,
        AgentEvent.QueuesChanged, AgentEvent.ChannelStateChanged, AgentEvent.PendingStateChanged, AgentEvent.SlotFreed,
        AgentEvent.OfferDeclined, AgentEvent.OffersWithdrawn, DeviceEvent {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R sessionStarted(SessionStarted e);

        R sessionEnded(SessionEnded e);

        R bindingAdded(BindingAdded e);

        R bindingLost(BindingLost e);

        R bindingRemoved(BindingRemoved e);

        R channelAdded(ChannelAdded e);

        R channelRemoved(ChannelRemoved e);

        R channelGroupAdded(ChannelGroupAdded e);

        R channelGroupRemoved(ChannelGroupRemoved e);

        R queuesChanged(QueuesChanged e);

        R channelStateChanged(ChannelStateChanged e);

        R pendingStateChanged(PendingStateChanged e);

        R slotFreed(SlotFreed e);

        R offerDeclined(OfferDeclined e);

        R offersWithdrawn(OffersWithdrawn e);

        R device(DeviceEvent e);
    }

    /** @param offerLost how long an offer outlives the last binding; empty where offers do not depend on bindings */
    record SessionStarted(Agent.Binding binding, Duration grace, Optional<Duration> offerLost) implements AgentEvent {
        public String name() {
            return "agent.sessionStarted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.sessionStarted(this);
        }
    }

    /** The agent is signed out. @param reason why, where the agent said so */
    record SessionEnded(Cause cause, Optional<Presence.NotReadyReason> reason) implements AgentEvent {
        public SessionEnded(Cause cause) {
            this(cause, Optional.empty());
        }

        public String name() {
            return "agent.sessionEnded";
        }

        public <R> R match(Cases<R> cases) {
            return cases.sessionEnded(this);
        }
    }

    /** One more client, or one that came back and takes the place of its lost self by the same id. */
    record BindingAdded(Agent.Binding binding) implements AgentEvent {
        public String name() {
            return "agent.bindingAdded";
        }

        public <R> R match(Cases<R> cases) {
            return cases.bindingAdded(this);
        }
    }

    record BindingLost(SessionId binding) implements AgentEvent {
        public String name() {
            return "agent.bindingLost";
        }

        public <R> R match(Cases<R> cases) {
            return cases.bindingLost(this);
        }
    }

    /** Another client took its place. */
    record BindingRemoved(SessionId binding) implements AgentEvent {
        public String name() {
            return "agent.bindingRemoved";
        }

        public <R> R match(Cases<R> cases) {
            return cases.bindingRemoved(this);
        }
    }

    record ChannelAdded(Channel channel) implements AgentEvent {
        public String name() {
            return "agent.channelAdded";
        }

        public <R> R match(Cases<R> cases) {
            return cases.channelAdded(this);
        }
    }

    record ChannelRemoved(ChannelId channel) implements AgentEvent {
        public String name() {
            return "agent.channelRemoved";
        }

        public <R> R match(Cases<R> cases) {
            return cases.channelRemoved(this);
        }
    }

    record ChannelGroupAdded(Agent.Group group, List<Channel> channels) implements AgentEvent {
        public String name() {
            return "agent.channelGroupAdded";
        }

        public <R> R match(Cases<R> cases) {
            return cases.channelGroupAdded(this);
        }
    }

    /** The group is gone; its channels were removed before. */
    record ChannelGroupRemoved(GroupId group) implements AgentEvent {
        public String name() {
            return "agent.channelGroupRemoved";
        }

        public <R> R match(Cases<R> cases) {
            return cases.channelGroupRemoved(this);
        }
    }

    /** A channel that stays active serves other queues from now on. */
    record QueuesChanged(ChannelId channel, List<QueueName> previous, List<QueueName> current) implements AgentEvent {
        public String name() {
            return "agent.queuesChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.queuesChanged(this);
        }
    }

    /**
     * A channel is something else from now on, by the agent's wish or through work.
     *
     * @param queues what it serves from now on
     * @param resume what it goes back to after the work at hand
     * @param work   the interaction that caused it, as it now stands on the agent's list; with {@code gone} it leaves the list
     * @param ask    what that interaction is asked for because of it: to originate, or to alert
     * @param refused what that interaction was asked for in vain, so that all is as it was
     * @param by     the supervisor who wished it in the agent's place
     */
    record ChannelStateChanged(ChannelId channel, Presence previous, Presence current, Presence resume, List<QueueName> queues, Instant at,
                               Optional<Agent.Work> work, boolean gone, @Inner Optional<OfferCommand> ask,
                               @Inner Optional<OfferCommand> refused, Optional<AgentId> by) implements AgentEvent {
        public ChannelStateChanged(ChannelId channel, Presence previous, Presence current, Presence resume, List<QueueName> queues,
                                   Instant at, Optional<Agent.Work> work, boolean gone) {
            this(channel, previous, current, resume, queues, at, work, gone, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public String name() {
            return "agent.channelStateChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.channelStateChanged(this);
        }
    }

    /** During work: what it becomes afterwards. @param by the supervisor who wished it in the agent's place */
    record PendingStateChanged(ChannelId channel, Presence pending, Optional<AgentId> by) implements AgentEvent {
        public String name() {
            return "agent.pendingStateChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.pendingStateChanged(this);
        }
    }

    /** An interaction left the agent's list, or ended on it, without a change of the channel's state; or an earlier part in it is over. */
    record SlotFreed(Agent.Work work, boolean gone) implements AgentEvent {
        public String name() {
            return "agent.slotFreed";
        }

        public <R> R match(Cases<R> cases) {
            return cases.slotFreed(this);
        }
    }

    /** A queue offered the agent what it is working on already, having been asked for somebody beside it; the queue looks on. */
    record OfferDeclined(InteractionId interaction, Medium medium, QueueName queue, PartyId place) implements AgentEvent {
        public String name() {
            return "agent.offerDeclined";
        }

        public <R> R match(Cases<R> cases) {
            return cases.offerDeclined(this);
        }
    }

    /** No client of the agent came back in time to show what is offered to it. */
    record OffersWithdrawn(List<InteractionId> interactions) implements AgentEvent {
        public String name() {
            return "agent.offersWithdrawn";
        }

        public <R> R match(Cases<R> cases) {
            return cases.offersWithdrawn(this);
        }
    }
}
