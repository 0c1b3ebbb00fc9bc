package io.patchbay.model;

/** Commands of an agent on the recording of an interaction. Start and stop may be repeated. */
public sealed interface RecordingCommand extends InteractionCommand {

    AgentId by();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.recording(this);
    }

    interface Cases<R> {
        R start(StartRecording c);

        R stop(StopRecording c);

        R pause(PauseRecording c);

        R resume(ResumeRecording c);
    }

    record StartRecording(AgentId by) implements RecordingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.start(this);
        }
    }

    record StopRecording(AgentId by) implements RecordingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.stop(this);
        }
    }

    record PauseRecording(AgentId by) implements RecordingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.pause(this);
        }
    }

    record ResumeRecording(AgentId by) implements RecordingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.resume(this);
        }
    }
}
