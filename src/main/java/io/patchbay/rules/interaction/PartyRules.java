package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.Call;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.PartyEvent.PartyAdded;
import io.patchbay.model.PartyEvent.Transferred;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decisions on commands that add or remove other parties of a call. */
record PartyRules(Interaction state, Stamp stamp) implements PartyCommand.Cases<Decision<InteractionEvent>> {

    @Override
    public Decision<InteractionEvent> singleStepTransfer(PartyCommand.SingleStepTransfer c) {
        return on(c, Action.SINGLE_STEP_TRANSFER, "Only a connected call with another party that has answered can be transferred", call -> {
            Destinations called = Destinations.by(c.by(), c.to(), state, stamp);
            if (Destinations.isOwn(c.by(), c.to())) {
                return Destinations.ownExtension();
            }
            if (called.queued().isPresent() && (isInQueue() || call.called().findAny().isPresent())) {
                return Decision.refuse(Reason.WRONG_STATE,
                        "The call can go to a queue when nobody else is being called into it and it waits in no other queue.");
            }
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            story.add(new Transferred(call.id(), Optional.empty(), call.id(), c.by(), List.of(called.leg()), called.queueing()));
            called.fails().ifPresent(cause -> Clearing.fail(story, call.id(), called.leg(), cause));
            Monitors.settle(story);
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> singleStepConference(PartyCommand.SingleStepConference c) {
        return on(c, Action.SINGLE_STEP_CONFERENCE,
                "Only a connected call with another party that has answered can become a conference", call -> {
            Destinations called = Destinations.by(c.by(), c.to(), state, stamp);
            if (Destinations.isOwn(c.by(), c.to())) {
                return Destinations.ownExtension();
            }
            if (called.queued().isPresent()) {
                return Decision.refuse(Reason.INVALID_DATA,
                        "A queue cannot be added to a conference. Consult the queue, then start a conference with the agent that answers.");
            }
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            story.add(new PartyAdded(call.id(), called.leg(), c.by()));
            called.fails().ifPresent(cause -> Clearing.fail(story, call.id(), called.leg(), cause));
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> drop(PartyCommand.DropParticipant c) {
        return on(c, Action.DROP_PARTICIPANT, "A party can be dropped from a conference of three or more parties only", call -> {
            Optional<Connection> party = call.at(c.party()).filter(leg -> !leg.isOf(c.by()));
            if (party.isEmpty()) {
                return Decision.refuse(Reason.INVALID_DATA, "Call " + call.id() + " has no other party with address " + c.party() + ".");
            }
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            Clearing.leave(story, call.id(), party.orElseThrow(), Cause.DROPPED);
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> monitor(PartyCommand.MonitorCall c) {
        return new Monitors(state, stamp).monitor(c);
    }

    private boolean isInQueue() {
        return state.calls().stream().anyMatch(call -> call.isQueued());
    }

    private Decision<InteractionEvent> on(PartyCommand c, Action action, String needs, Function<Call, Decision<InteractionEvent>> then) {
        Optional<AgentView> at = AgentView.of(state, c.by());
        Optional<Call> call = at.flatMap(s -> state.call(c.call())).filter(k -> k.of(c.by()).isPresent());
        if (call.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + c.by() + " takes no part in call " + c.call() + ".");
        }
        return InteractionActions.allows(at.orElseThrow(), call.orElseThrow(), action)
                ? then.apply(call.orElseThrow())
                : Decision.refuse(Reason.WRONG_STATE, needs + ". For the agent this call is "
                        + Wording.of(call.orElseThrow().of(c.by()).orElseThrow()) + ".");
    }
}
