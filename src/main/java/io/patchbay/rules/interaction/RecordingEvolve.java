package io.patchbay.rules.interaction;

import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Recording;
import io.patchbay.model.RecordingEvent;

/** Where the events of a recording lead. */
record RecordingEvolve(Interaction state) implements RecordingEvent.Cases<Interaction> {

    /** Started once more while there is a gap, the gap stays: somebody may be reading a card number out. */
    @Override
    public Interaction started(RecordingEvent.RecordingStarted e) {
        return state.recording() == Recording.STOPPED ? state.in(Recording.RUNNING) : state;
    }

    @Override
    public Interaction stopped(RecordingEvent.RecordingStopped e) {
        return state.in(Recording.STOPPED);
    }

    @Override
    public Interaction paused(RecordingEvent.RecordingPaused e) {
        return state.in(Recording.PAUSED);
    }

    @Override
    public Interaction resumed(RecordingEvent.RecordingResumed e) {
        return state.in(Recording.RUNNING);
    }
}
