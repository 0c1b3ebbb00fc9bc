package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Delivered;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Decisions on offers to agents and their ends (DESIGN 4.12). */
record OfferRules(Interaction state, Stamp stamp) implements OfferCommand.Cases<Decision<InteractionEvent>> {

    @Override
    public Decision<InteractionEvent> originate(OfferCommand.Originate c) {
        return new Origination(state, stamp).byAgent(c);
    }

    @Override
    public Decision<InteractionEvent> alert(OfferCommand.Alert c) {
        if (ContactRules.isContact(state)) {
            return new ContactOffers(state, stamp).alert(c).orElseGet(() -> notMine(c.agent()));
        }
        Optional<Delivered> delivered = c.queue().isPresent() ? fromQueue(c) : direct(c);
        return delivered.map(this::alerted).orElseGet(() -> notMine(c.agent()));
    }

    /** An incomplete earlier part of the agent is completed now. For its clients the interaction leaves and returns. */
    private Decision<InteractionEvent> alerted(Delivered delivered) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        delivered.agent().flatMap(state::member).ifPresent(earlier -> story.add(new Completed(earlier.agent(), false)));
        if (CallLegs.call(state, delivered.call()).purpose() == Call.Purpose.MONITOR) {
            Monitors.alerted(story, delivered);
        } else {
            story.add(delivered);
        }
        return story.accepted();
    }

    @Override
    public Decision<InteractionEvent> reserveRefused(OfferCommand.ReserveRefused c) {
        if (ContactRules.isContact(state)) {
            return new ContactOffers(state, stamp).reserveRefused(c).orElseGet(() -> notMine(c.agent()));
        }
        return called(c.agent()).map(call -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            Clearing.fail(story, call.id(), call.of(c.agent()).orElseThrow(), c.cause());
            return story.accepted();
        }).orElseGet(() -> notMine(c.agent()));
    }

    @Override
    public Decision<InteractionEvent> divert(OfferCommand.Divert c) {
        return called(c.agent()).filter(call -> call.of(c.agent()).filter(leg -> leg.address().equals(c.extension())).isPresent())
                .map(call -> new Diversions(state, stamp).divert(call, call.of(c.agent()).orElseThrow(), c.to()))
                .orElseGet(() -> notMine(c.agent()));
    }

    @Override
    public Decision<InteractionEvent> agentLeft(OfferCommand.AgentLeft c) {
        Optional<Member> member = state.member(c.agent());
        if (member.isEmpty()) {
            return notMine(c.agent());
        }
        if (ContactRules.isContact(state)) {
            return new ContactOffers(state, stamp).signedOut(member.orElseThrow());
        }
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        if (member.orElseThrow().is(Member.Phase.OFFERED)) {
            offerLost(story, c.agent(), Cause.LOGOUT, Cause.REJECTED);
        } else {
            List<Call> calls = new ArrayList<>(state.callsOf(c.agent()));
            Collections.reverse(calls);
            calls.forEach(call -> Clearing.signOut(story, call.id(), call.of(c.agent()).orElseThrow(), calls.size() > 1));
            story.add(new Completed(c.agent(), true));
        }
        return story.accepted();
    }

    @Override
    public Decision<InteractionEvent> agentAbsent(OfferCommand.AgentAbsent c) {
        Optional<Member> member = state.member(c.agent()).filter(m -> m.is(Member.Phase.OFFERED));
        if (member.isEmpty()) {
            return notMine(c.agent());
        }
        if (ContactRules.isContact(state)) {
            return new ContactOffers(state, stamp).absent(member.orElseThrow());
        }
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        offerLost(story, c.agent(), Cause.UNAVAILABLE, Cause.UNAVAILABLE);
        return story.accepted();
    }

    @Override
    public Decision<InteractionEvent> deadline(OfferCommand.OfferDeadline c) {
        return InteractionDeadlines.due(state, c.id()).map(due -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            due.passed(story, stamp.at());
            return story.accepted();
        }).orElseGet(() -> Decision.refuse(Reason.NOT_MINE, "The deadline " + c.id() + " is no longer pending."));
    }

    private Optional<Delivered> fromQueue(OfferCommand.Alert c) {
        if (state.queueing().filter(q -> q.waiting() && c.queue().filter(q.offeredAs()::equals).isPresent())
                .isEmpty()) {
            return Optional.empty();
        }
        Connection leg = new Connection(Ids.party(stamp.id(), "offered"), c.address(), Role.AGENT, Optional.of(c.agent()),
                Optional.empty(), State.ALERTING);
        return state.calls().stream().filter(call -> call.isQueued() && state.callsOf(c.agent()).isEmpty()).findFirst()
                .map(call -> delivered(call, leg, c));
    }

    private Optional<Delivered> direct(OfferCommand.Alert c) {
        return called(c.agent()).map(call -> delivered(call, call.of(c.agent()).orElseThrow().in(State.ALERTING).untimed(), c));
    }

    private static Delivered delivered(Call call, Connection leg, OfferCommand.Alert c) {
        return new Delivered(call.id(), leg, Optional.of(c.agent()), Optional.of(c.channel()), c.queue().map(QueuePlace::queue));
    }

    /** The call in which the agent is called and has not been alerted yet. */
    private Optional<Call> called(AgentId agent) {
        return state.calls().stream()
                .filter(call -> call.of(agent).filter(leg -> leg.is(State.INITIATED) && !call.isDialling(leg)).isPresent()).findFirst();
    }

    /** When the agent signs out it ends as rejected (CHOREOGRAPHY A14). @param own why its own leg ends; {@code failure} a direct call */
    private void offerLost(EventAccumulator story, AgentId agent, Cause own, Cause failure) {
        Call call = state.callsOf(agent).get(0);
        Connection leg = call.of(agent).orElseThrow();
        story.add(Clearing.cleared(call.id(), leg, own));
        Clearing.offerLost(story, call.id(), leg, failure);
    }

    private static Decision<InteractionEvent> notMine(AgentId agent) {
        return Decision.refuse(Reason.NOT_MINE, "The interaction expects nothing from agent " + agent + ".");
    }
}
