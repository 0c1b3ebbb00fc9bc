package io.patchbay.model;

import java.util.List;

/** Events of a page of a log, on no topic. Consumers got each entry when it was made. */
public sealed interface TranscriptEvent extends Event {

    record PageFiled(List<LogEntry> entries) implements TranscriptEvent {
        public String name() {
            return "transcript.pageFiled";
        }
    }
}
