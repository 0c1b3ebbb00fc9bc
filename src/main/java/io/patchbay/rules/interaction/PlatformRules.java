package io.patchbay.rules.interaction;

import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.Optional;

/** Decisions on commands of outside parties: a customer calls, an outside party answers, rejects or hangs up (BINDINGS, Platform). */
record PlatformRules(Interaction state, Stamp stamp) implements PlatformCommand.Cases<Decision<InteractionEvent>> {

    @Override
    public Decision<InteractionEvent> contactArrived(PlatformCommand.ContactArrived c) {
        return new Origination(state, stamp).byCustomer(c);
    }

    @Override
    public Decision<InteractionEvent> sessionRequested(PlatformCommand.SessionRequested c) {
        return new Customers(state, stamp).comes(c);
    }

    @Override
    public Decision<InteractionEvent> message(PlatformCommand.CustomerWrites c) {
        return new Customers(state, stamp).writes(c);
    }

    @Override
    public Decision<InteractionEvent> typing(PlatformCommand.CustomerTypes c) {
        return new Customers(state, stamp).types(c.on());
    }

    @Override
    public Decision<InteractionEvent> left(PlatformCommand.CustomerLeaves c) {
        return new Customers(state, stamp).leaves();
    }

    @Override
    public Decision<InteractionEvent> farEnd(PlatformCommand.FarEndActs c) {
        Optional<Call> call = state.call(c.call());
        Optional<Connection> leg = call.flatMap(k -> k.connections().stream()
                .filter(Connection::isOutside).filter(l -> l.address().equals(c.party())).findFirst());
        if (leg.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Call " + c.call() + " has no outside party with address " + c.party() + ".");
        }
        return act(call.orElseThrow(), leg.orElseThrow(), c.action());
    }

    private Decision<InteractionEvent> act(Call call, Connection leg, PlatformCommand.FarEndActs.Action action) {
        return switch (action) {
            case ANSWER -> isByHand(leg)
                    ? Decision.accept(new Established(call.id(), leg.id(), leg.address(), Optional.empty(), Established.Form.FAR_END))
                    : notByHand(leg);
            case REJECT -> isByHand(leg) ? rejected(call, leg) : notByHand(leg);
            case HANG_UP -> leg.is(Connection.State.ALERTING) ? rejected(call, leg) : hungUp(call, leg);
        };
    }

    private Decision<InteractionEvent> rejected(Call call, Connection leg) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        Clearing.fail(story, call.id(), leg, Cause.REJECTED);
        return story.accepted();
    }

    private Decision<InteractionEvent> hungUp(Call call, Connection leg) {
        boolean answered = call.connections().stream().anyMatch(other -> !other.equals(leg) && other.isAnswered());
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        Clearing.leave(story, call.id(), leg, answered ? Cause.REMOTE : Cause.ABANDONED);
        return story.accepted();
    }

    private static boolean isByHand(Connection leg) {
        return leg.is(Connection.State.ALERTING) && leg.farEnd().filter(f -> f.kind() == FarEnd.Kind.MANUAL).isPresent();
    }

    private static Decision<InteractionEvent> notByHand(Connection leg) {
        return Decision.refuse(Reason.WRONG_STATE,
                "Only an alerting party of a manual number can answer or reject on request. "
                        + leg.address() + " is " + Wording.of(leg) + ".");
    }
}
