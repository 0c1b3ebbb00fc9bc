package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
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
import io.patchbay.model.PartyId;
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
                boolean own = caller.filter(e.agent()::equals).isPresent();
                return own
                        ? new Destinations(agent(id, e.address(), Optional.empty(), State.FAILED), Direction.INTERNAL, Optional.empty(),
                                Optional.of(Cause.BUSY))
                        : new Destinations(agent(id, e.address(), Optional.of(e.agent()), State.INITIATED), Direction.INTERNAL,
                                Optional.empty(), Optional.empty());
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

    /** As an agent of the interaction calls it: one agent has one leg in all of it, so who takes part already is busy. */
    static Destinations by(AgentId caller, Destination to, Interaction state, Stamp stamp) {
        Destinations called = at(to, Optional.of(caller), stamp);
        Connection leg = called.leg();
        return leg.agent().filter(agent -> !state.callsOf(agent).isEmpty()).isPresent()
                ? new Destinations(agent(leg.id(), leg.address(), Optional.empty(), State.FAILED), called.direction(), Optional.empty(),
                        Optional.of(Cause.BUSY))
                : called;
    }

    Optional<Queueing> queueing() {
        return queued.map(q -> new Queueing(q.queue(), q.number(), q.wrapUp(), q.arrivedAt(), true, q.place()));
    }

    private static Connection agent(PartyId id, Address address, Optional<AgentId> agent, State state) {
        return new Connection(id, address, Role.AGENT, agent, Optional.empty(), state);
    }
}
