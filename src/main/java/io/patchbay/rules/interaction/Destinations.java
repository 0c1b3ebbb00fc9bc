package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Queued;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyId;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.Optional;

/**
 * The called side of a new call.
 *
 * @param direction of a call that an agent dials there
 * @param queued present when the caller waits in a queue
 * @param fails present when nobody can be reached there, ever
 */
record Destinations(Connection leg, Direction direction, Optional<Queued> queued, Optional<Cause> fails) {

    /** @param caller the agent that dials; its own extension is busy with the dialling */
    static Destinations at(Destination to, Optional<AgentId> caller, Stamp stamp) {
        PartyId id = Ids.party(stamp.id(), "called");
        return to.match(new Destination.Cases<>() {
            @Override
            public Destinations extension(Destination.Extension e) {
                boolean own = caller.filter(agent -> isOwn(agent, e)).isPresent();
                Connection leg = new Connection(id, e.address(), Role.AGENT, Optional.of(e.agent()), Optional.empty(), State.INITIATED);
                Destinations called = new Destinations(leg, Direction.INTERNAL, Optional.empty(), Optional.empty());
                return own ? called.failing(Cause.BUSY) : called;
            }

            @Override
            public Destinations queue(Destination.ToQueue q) {
                Connection leg = new Connection(id, q.address(), Role.QUEUE, Optional.empty(), Optional.empty(), State.QUEUED);
                Queued queued = new Queued(q.queue(), q.address(), q.wrapUp(), stamp.at(), id);
                return new Destinations(leg, Direction.INTERNAL, Optional.of(queued), Optional.empty());
            }

            @Override
            public Destinations outside(Destination.Outside o) {
                Connection leg = new Connection(id, o.address(), Role.EXTERNAL, Optional.empty(), Optional.of(o.farEnd()), State.ALERTING);
                Optional<Cause> fails = o.farEnd().kind() == FarEnd.Kind.INVALID ? Optional.of(Cause.INVALID) : Optional.empty();
                return new Destinations(leg, Direction.OUTBOUND, Optional.empty(), fails);
            }
        });
    }

    /** An extension of the agent itself, which no call of the agent can reach. */
    static boolean isOwn(AgentId agent, Destination to) {
        return to instanceof Destination.Extension extension && extension.agent().equals(agent);
    }

    static Decision<InteractionEvent> ownExtension() {
        return Decision.refuse(Reason.INVALID_DATA, "The destination is the agent's own extension. Name another destination.");
    }

    /** As an agent of the interaction calls it: one agent has one leg in all of it, so who takes part already is busy. */
    static Destinations by(AgentId caller, Destination to, Interaction state, Stamp stamp) {
        return at(to, Optional.of(caller), stamp).unless(state);
    }

    /** As it is called in the place of another party. */
    static Destinations among(Interaction state, Destination to, Stamp stamp) {
        return at(to, Optional.empty(), stamp).unless(state);
    }

    private Destinations unless(Interaction state) {
        return leg.agent().filter(agent -> !state.callsOf(agent).isEmpty()).isPresent() ? failing(Cause.BUSY) : this;
    }

    /** Nobody is called. */
    Destinations failing(Cause cause) {
        return new Destinations(new Connection(leg.id(), leg.address(), leg.role(), Optional.empty(), Optional.empty(), State.FAILED),
                direction, Optional.empty(), Optional.of(cause));
    }

    Optional<Queueing> queueing() {
        return queued.map(q -> new Queueing(q.queue(), q.number(), q.wrapUp(), q.arrivedAt(), true, q.place()));
    }
}
