package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of CHOREOGRAPHY B3 and B4 for an agent with two calls, the original and the consult, or that hands its call on. */
record TwoCallBlocks(AgentId me, InteractionBlocks blocks) {

    /** The documented list of consult. */
    List<HarmonyFrame> consults(CallId consult) {
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(frames().updated(after()));
        calls(after()).filter(call -> !call.equals(consult)).forEach(call -> all.add(frames().updated(after(), call)));
        all.addAll(blocks.conversation(consult));
        all.add(frames().focusChanged(Optional.of(consult)));
        return all;
    }

    /** The documented list of alternate: the original first, whichever is talking now. */
    List<HarmonyFrame> alternates(CallId talking) {
        List<HarmonyFrame> all = new ArrayList<>();
        calls(after()).forEach(call -> all.add(frames().updated(after(), call)));
        all.add(frames().focusChanged(Optional.of(talking)));
        return all;
    }

    /** The documented list of consulttransfer, then what can be done with the interaction. */
    List<HarmonyFrame> transferred(CallId original, CallId consult) {
        return List.of(frames().updated(after(), original), frames().conversationDisposed(original, Cause.TRANSFERRED),
                frames().focusChanged(Optional.of(consult)),
                frames().updated(after(), consult), frames().conversationDisposed(consult, Cause.TRANSFERRED),
                frames().ended(Cause.TRANSFERRED), frames().addedUpdate(after()));
    }

    /** The documented list of consultconference, then what can be done with the interaction. */
    List<HarmonyFrame> conferenced(CallId original, CallId consult) {
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(frames().updated(after(), consult));
        all.add(frames().conversationDisposed(consult, Cause.TRANSFERRED));
        all.addAll(blocks.membersChanged(original, Cause.TRANSFERRED));
        all.add(frames().updated(after(), original));
        all.add(frames().focusChanged(Optional.of(original)));
        all.add(frames().addedUpdate(after()));
        return all;
    }

    /** The documented list of blindtransfer, then what can be done with the interaction and the call that is left, if one is. */
    List<HarmonyFrame> handedOn(CallId call) {
        Optional<CallId> left = calls(after()).findFirst();
        List<HarmonyFrame> all = new ArrayList<>(List.of(frames().updated(after(), call),
                frames().conversationDisposed(call, Cause.TRANSFERRED), frames().focusChanged(left)));
        if (left.isEmpty()) {
            all.add(frames().ended(Cause.TRANSFERRED));
        }
        all.add(frames().addedUpdate(after()));
        left.ifPresent(other -> all.add(frames().addedUpdate(after(), other)));
        return all;
    }

    /** MOVE. */
    List<HarmonyFrame> moved(CallId from, CallId to) {
        List<HarmonyFrame> all = new ArrayList<>(blocks.conversation(to));
        all.add(frames().focusChanged(Optional.of(to)));
        all.add(frames().updated(after(), from));
        all.add(frames().conversationDisposed(from, Cause.TRANSFERRED));
        all.add(frames().updated(after()));
        return all;
    }

    private Stream<CallId> calls(Interaction state) {
        return state.callsOf(me).stream().map(Call::id);
    }

    private InteractionFrames frames() {
        return blocks.frames();
    }

    private Interaction after() {
        return blocks.after();
    }
}
