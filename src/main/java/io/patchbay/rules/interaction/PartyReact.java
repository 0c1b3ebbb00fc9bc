package io.patchbay.rules.interaction;

import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.InteractionId;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follow-ups to agents and queues after parties moved between calls. */
record PartyReact(InteractionReact on) implements PartyEvent.Cases<List<FollowUp>> {

    @Override
    public List<FollowUp> transferred(PartyEvent.Transferred e) {
        Stream<FollowUp> queued = e.queueing().stream().map(q -> enqueued(on.after(), q, on.self()));
        return Stream.of(called(on.after(), e.added().stream(), on.self()), queued, on.released(e.by()).stream()).flatMap(s -> s).toList();
    }

    @Override
    public List<FollowUp> conferenced(PartyEvent.Conferenced e) {
        return List.of();
    }

    @Override
    public List<FollowUp> partyAdded(PartyEvent.PartyAdded e) {
        return called(on.after(), Stream.of(e.connection()), on.self()).toList();
    }

    @Override
    public List<FollowUp> partyMoved(PartyEvent.PartyMoved e) {
        return List.of();
    }

    @Override
    public List<FollowUp> monitorStarted(PartyEvent.MonitorStarted e) {
        return List.of();
    }

    @Override
    public List<FollowUp> monitorStopped(PartyEvent.MonitorStopped e) {
        return List.of();
    }

    static FollowUp enqueued(Interaction state, Queueing q, InteractionId self) {
        return FollowUp.to(Subject.of(q.queue()), new Enqueue(self, state.medium(), q.arrivedAt(), q.wrapUp(), state.terms(), q.place()));
    }

    static FollowUp left(Interaction before, Interaction after, Queueing q, InteractionId self) {
        return FollowUp.to(Subject.of(q.queue()), new Leave(self, QueueExits.why(before, after)));
    }

    /** Asks for the slots of agents called. What they get is the contact, which ends in after-call work if it came through a queue (A9). */
    static Stream<FollowUp> called(Interaction state, Stream<Connection> legs, InteractionId self) {
        boolean wrapUp = state.queue().filter(Queueing::wrapUp).isPresent();
        return legs.filter(leg -> leg.is(Connection.State.INITIATED)).flatMap(leg -> leg.agent().stream().map(agent -> {
            boolean contact = leg.role() == Connection.Role.AGENT;
            return FollowUp.to(Subject.of(agent), new Reserve(agent, self, state.medium(), Optional.empty(), wrapUp && contact,
                    Optional.of(leg.address()).filter(extension -> contact)), new ReserveRefused(agent, Cause.UNAVAILABLE));
        }));
    }
}
