package io.patchbay.dialect.harmony.frame;

import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.SessionId;
import java.util.List;

/** The frames of an agent's telephone. The document has neither do-not-disturb nor forwarding. */
record DeviceFrames(SessionId session) implements DeviceEvent.DeviceCases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> legConnected(DeviceEvent.LegConnected e) {
        return List.of(HarmonyFrame.event(session.value(), "session.agentleg.connected"));
    }

    @Override
    public List<HarmonyFrame> legFailed(DeviceEvent.LegFailed e) {
        return List.of(HarmonyFrame.event(session.value(), "session.agentleg.failed",
                HarmonyObjects.failure(HarmonyCode.INVALID_STATE, "The agent has no active Telephony channel.")));
    }

    @Override
    public List<HarmonyFrame> legDisconnected(DeviceEvent.LegDisconnected e) {
        return List.of(HarmonyFrame.event(session.value(), "session.agentleg.disconnected"));
    }

    @Override
    public List<HarmonyFrame> doNotDisturbSet(DeviceEvent.DoNotDisturbSet e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> forwardingSet(DeviceEvent.ForwardingSet e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> callForwarded(DeviceEvent.CallForwarded e) {
        return List.of();
    }
}
