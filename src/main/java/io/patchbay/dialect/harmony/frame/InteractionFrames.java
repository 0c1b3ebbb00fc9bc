package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.rules.interaction.InteractionActions;
import java.util.Optional;
import java.util.Set;

/**
 * The single frames about one interaction of one agent, named after CHOREOGRAPHY B; which come when is the business of those who use it.
 *
 * @param parent the target of the agent's channel that the interaction came to
 */
record InteractionFrames(HarmonyObjects objects, InteractionId id, String parent) {

    private String target() {
        return parent + "." + id;
    }

    private String target(CallId call) {
        return target() + "." + call;
    }

    HarmonyFrame created(Interaction now) {
        return HarmonyFrame.event(parent, "interaction.created", objects.created(id, now));
    }

    /** SU(i). */
    HarmonyFrame updated(Interaction now) {
        return HarmonyFrame.stateUpdated(target(), InteractionActions.allowed(now, objects.me()).interaction());
    }

    /** +SU(i). */
    HarmonyFrame addedUpdate(Interaction now) {
        return HarmonyFrame.addedStateUpdated(target(), InteractionActions.allowed(now, objects.me()).interaction());
    }

    /** SU(K). */
    HarmonyFrame updated(Interaction now, CallId call) {
        return HarmonyFrame.stateUpdated(target(call), InteractionActions.allowed(now, objects.me()).calls().getOrDefault(call, Set.of()));
    }

    /** +SU(K). */
    HarmonyFrame addedUpdate(Interaction now, CallId call) {
        return HarmonyFrame.addedStateUpdated(target(call),
                InteractionActions.allowed(now, objects.me()).calls().getOrDefault(call, Set.of()));
    }

    HarmonyFrame dataChanged(Interaction now) {
        return HarmonyFrame.event(target(), "interaction.datachanged", objects.details(id, now));
    }

    HarmonyFrame preview(Interaction now) {
        return HarmonyFrame.event(target(), "interaction.preview", objects.preview(id, now));
    }

    HarmonyFrame screenPop(Interaction now) {
        return HarmonyFrame.event(target(), "interaction.screenpop", objects.details(id, now));
    }

    HarmonyFrame initialized() {
        return HarmonyFrame.event(target(), "interaction.initialized");
    }

    HarmonyFrame focusChanged(Optional<CallId> call) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        call.ifPresentOrElse(k -> data.putObject("conversation").put("id", k.value()), () -> data.putNull("conversation"));
        return HarmonyFrame.event(target(), "interaction.focuschanged", data);
    }

    HarmonyFrame ended(Cause cause) {
        return HarmonyFrame.event(target(), "interaction.ended", HarmonyObjects.cause(cause));
    }

    HarmonyFrame complete() {
        return HarmonyFrame.event(target(), "interaction.complete");
    }

    HarmonyFrame disposed() {
        return HarmonyFrame.event(target(), "interaction.disposed");
    }

    HarmonyFrame conversationCreated(Call call) {
        return HarmonyFrame.event(target(), "conversation.created", objects.conversation(call));
    }

    HarmonyFrame conversationInitialized(CallId call) {
        return HarmonyFrame.event(target(call), "conversation.initialized");
    }

    HarmonyFrame conversationDisposed(CallId call, Cause cause) {
        return HarmonyFrame.event(target(call), "conversation.disposed", HarmonyObjects.cause(cause));
    }

    /** m+. */
    HarmonyFrame memberAdded(Call call, Connection leg) {
        return HarmonyFrame.event(target(call.id()), "conversation.member.added", objects.member(call, leg));
    }

    /** m−. {@code call} as it was while the leg was in it. */
    HarmonyFrame memberRemoved(Call call, Connection leg, Cause cause) {
        ObjectNode data = objects.member(call, leg).put("cause", cause.word());
        return HarmonyFrame.event(target(call.id()), "conversation.member.removed", data);
    }
}
