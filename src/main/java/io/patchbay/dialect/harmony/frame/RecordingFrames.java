package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.RecordingEvent;
import java.util.List;
import java.util.Optional;

/** The frames of a recording event for one agent: documented for the requesting agent, an addition for the others (CHOREOGRAPHY B2). */
record RecordingFrames(AgentId me, InteractionBlocks blocks) implements RecordingEvent.Cases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> started(RecordingEvent.RecordingStarted e) {
        return by(Optional.of(e.by()));
    }

    @Override
    public List<HarmonyFrame> stopped(RecordingEvent.RecordingStopped e) {
        return by(e.by());
    }

    @Override
    public List<HarmonyFrame> paused(RecordingEvent.RecordingPaused e) {
        return by(Optional.of(e.by()));
    }

    @Override
    public List<HarmonyFrame> resumed(RecordingEvent.RecordingResumed e) {
        return by(Optional.of(e.by()));
    }

    private List<HarmonyFrame> by(Optional<AgentId> actor) {
        return List.of(actor.filter(me::equals).isPresent()
                ? blocks.frames().updated(blocks.after())
                : blocks.frames().addedUpdate(blocks.after()));
    }
}
