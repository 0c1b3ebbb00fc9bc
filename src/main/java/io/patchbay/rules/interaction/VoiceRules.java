package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.DtmfSent;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.CallEvent.Held;
import io.patchbay.model.CallEvent.Muted;
import io.patchbay.model.CallEvent.Retrieved;
import io.patchbay.model.CallEvent.Unmuted;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Reason;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Decisions on commands of an agent on its leg in a call. */
record VoiceRules(Interaction state, Stamp stamp) implements VoiceCommand.Cases<Decision<InteractionEvent>> {

    private static final Pattern DIGITS = Pattern.compile("[0-9*#]{1,64}");

    @Override
    public Decision<InteractionEvent> answer(VoiceCommand.Answer c) {
        return on(c, Action.ANSWER_CALL,
                "Only an alerting call can be answered, and only while the agent has no other connected call", (call, leg) ->
                Decision.accept(new Established(call.id(), leg.id(), leg.address(), leg.agent(), Established.Form.ANSWERED)));
    }

    @Override
    public Decision<InteractionEvent> hold(VoiceCommand.Hold c) {
        return on(c, Action.HOLD_CALL, "Only a connected call can be put on hold", (call, leg) ->
                Decision.accept(new Held(call.id(), leg.id(), leg.address(), leg.agent())));
    }

    @Override
    public Decision<InteractionEvent> retrieve(VoiceCommand.Retrieve c) {
        return on(c, Action.RETRIEVE_CALL, "Only a held call can be retrieved, and only while no other call is connected", (call, leg) ->
                Decision.accept(new Retrieved(call.id(), leg.id(), leg.address(), leg.agent())));
    }

    @Override
    public Decision<InteractionEvent> clear(VoiceCommand.ClearConnection c) {
        return on(c, Action.CLEAR_CONNECTION, "Only a call that has reached the agent can be released", (call, leg) -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            if (leg.is(State.ALERTING)) {
                story.add(Clearing.cleared(call.id(), leg, Cause.RELEASED));
                Clearing.offerLost(story, call.id(), leg, Cause.REJECTED);
            } else {
                Clearing.leave(story, call.id(), leg, Cause.RELEASED);
            }
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> end(VoiceCommand.EndCall c) {
        return on(c, Action.END_CALL, "A call can be ended for everybody only while the agent is connected", (call, leg) -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            Clearing.end(story, call, leg);
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> mute(VoiceCommand.MuteCall c) {
        return on(c, Action.MUTE_CALL, "Only a connected call that is not muted can be muted", (call, leg) ->
                Decision.accept(new Muted(call.id(), leg.id(), leg.address(), leg.agent())));
    }

    @Override
    public Decision<InteractionEvent> unmute(VoiceCommand.UnmuteCall c) {
        return on(c, Action.UNMUTE_CALL, "Only a connected call that is muted can be unmuted", (call, leg) ->
                Decision.accept(new Unmuted(call.id(), leg.id(), leg.address(), leg.agent())));
    }

    @Override
    public Decision<InteractionEvent> sendDtmf(VoiceCommand.SendDtmf c) {
        return on(c, Action.SEND_DTMF, "Digits can be sent in a connected call only", (call, leg) -> DIGITS.matcher(c.digits()).matches()
                ? Decision.accept(new DtmfSent(call.id(), leg.id(), leg.address(), leg.agent(), c.digits().length()))
                : Decision.refuse(Reason.INVALID_DATA, "Send 1 to 64 digits of 0-9, * and #."));
    }

    private Decision<InteractionEvent> on(VoiceCommand c, Action action, String needs,
                                          BiFunction<Call, Connection, Decision<InteractionEvent>> then) {
        Optional<AgentView> at = AgentView.of(state, c.by());
        Optional<Call> call = at.flatMap(s -> state.call(c.call())).filter(k -> k.of(c.by()).isPresent());
        if (call.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + c.by() + " takes no part in call " + c.call() + ".");
        }
        Connection leg = call.orElseThrow().of(c.by()).orElseThrow();
        return InteractionActions.allows(at.orElseThrow(), call.orElseThrow(), action)
                ? then.apply(call.orElseThrow(), leg)
                : Decision.refuse(Reason.WRONG_STATE, needs + ". For the agent this call is " + Wording.of(leg) + ".");
    }
}
