package io.patchbay.model;

import java.util.Map;
import java.util.Optional;

/** Follow-ups of agents, and deadlines: how an interaction finds its agents and loses them. */
public sealed interface OfferCommand extends InteractionCommand {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.offer(this);
    }

    interface Cases<R> {
        R originate(Originate c);

        R alert(Alert c);

        R reserveRefused(ReserveRefused c);

        R divert(Divert c);

        R agentLeft(AgentLeft c);

        R agentAbsent(AgentAbsent c);

        R deadline(OfferDeadline c);
    }

    /** An agent dialled and has taken its slot for this. @param from the agent's extension; @param data what it begins with */
    record Originate(AgentId agent, ChannelId channel, Address from, Destination to, ContactPolicy terms, Map<String, String> data)
            implements OfferCommand {
        public <R> R match(Cases<R> cases) {
            return cases.originate(this);
        }
    }

    /** An agent has reserved a slot: alert it, or refuse with NOT_MINE and the agent frees it. @param queue the queue that offered */
    record Alert(AgentId agent, ChannelId channel, Address address, Optional<QueuePlace> queue) implements OfferCommand {
        public <R> R match(Cases<R> cases) {
            return cases.alert(this);
        }
    }

    /** The agent asked for directly has no slot. @param cause busy or unavailable, by the reason it was refused for (CHOREOGRAPHY A11) */
    record ReserveRefused(AgentId agent, Cause cause) implements OfferCommand, Body.Refusable {
        @Override
        public Body because(Reason reason) {
            return new ReserveRefused(agent, reason == Reason.BUSY ? Cause.BUSY : Cause.UNAVAILABLE);
        }

        public <R> R match(Cases<R> cases) {
            return cases.reserveRefused(this);
        }
    }

    /** The extension asked for directly forwards its calls. */
    record Divert(AgentId agent, Address extension, Destination to) implements OfferCommand {
        public <R> R match(Cases<R> cases) {
            return cases.divert(this);
        }
    }

    /** The agent's session ended: an offer ends as rejected, a leg as released. */
    record AgentLeft(AgentId agent, Cause cause) implements OfferCommand {
        public <R> R match(Cases<R> cases) {
            return cases.agentLeft(this);
        }
    }

    /** The agent has no client any more that would show an offer, which goes on without the agent. What it has taken is not touched. */
    record AgentAbsent(AgentId agent) implements OfferCommand {
        public <R> R match(Cases<R> cases) {
            return cases.agentAbsent(this);
        }
    }

    /** One of the state's deadlines passed. */
    record OfferDeadline(String id) implements OfferCommand {
        public <R> R match(Cases<R> cases) {
            return cases.deadline(this);
        }
    }
}
