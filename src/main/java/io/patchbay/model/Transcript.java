package io.patchbay.model;

import java.util.List;

/** One page of the log of a messaging contact, with entries that the cell of the contact need not carry. Written once. */
public record Transcript(List<LogEntry> entries) implements State {

    public static final Transcript EMPTY = new Transcript(List.of());
}
