package io.patchbay.model;

import java.util.List;

/** Commands to a page of a log, follow-ups of its interaction only. */
public sealed interface TranscriptCommand extends Body {

    /** Keeps these entries; a page is written once. */
    record FilePage(List<LogEntry> entries) implements TranscriptCommand { }
}
