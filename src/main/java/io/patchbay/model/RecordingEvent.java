package io.patchbay.model;

import java.util.Optional;

/** Events of the recording of an interaction. */
public sealed interface RecordingEvent extends InteractionEvent {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.recording(this);
    }

    interface Cases<R> {
        R started(RecordingStarted e);

        R stopped(RecordingStopped e);

        R paused(RecordingPaused e);

        R resumed(RecordingResumed e);
    }

    /** The contact is recorded from now on; once more where it was already, which changes nothing. */
    record RecordingStarted(AgentId by) implements RecordingEvent {
        public String name() {
            return "recording.started";
        }

        public <R> R match(Cases<R> cases) {
            return cases.started(this);
        }
    }

    /** The contact is recorded no more. @param by left out when it ended with the contact */
    record RecordingStopped(Optional<AgentId> by) implements RecordingEvent {
        public String name() {
            return "recording.stopped";
        }

        public <R> R match(Cases<R> cases) {
            return cases.stopped(this);
        }
    }

    /** The recording has a gap from here. */
    record RecordingPaused(AgentId by) implements RecordingEvent {
        public String name() {
            return "recording.paused";
        }

        public <R> R match(Cases<R> cases) {
            return cases.paused(this);
        }
    }

    /** The gap in the recording ends. */
    record RecordingResumed(AgentId by) implements RecordingEvent {
        public String name() {
            return "recording.resumed";
        }

        public <R> R match(Cases<R> cases) {
            return cases.resumed(this);
        }
    }
}
