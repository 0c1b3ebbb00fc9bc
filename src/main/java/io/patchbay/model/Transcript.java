package io.patchbay.model;

import java.util.List;

/** One page of the log of a contact that is no call: entries its own cell need not carry from step to step. Written once. */
public record Transcript(List<LogEntry> entries) implements State {

    public static final Transcript EMPTY = new Transcript(List.of());
}
