package io.patchbay.model;

import java.util.List;

/** What happened to a page of a log. Stays inside the gateway: consumers were told of each entry when it was made. */
public sealed interface TranscriptEvent extends Event {

    record PageFiled(List<LogEntry> entries) implements TranscriptEvent {
        public String name() {
            return "transcript.pageFiled";
        }
    }
}
