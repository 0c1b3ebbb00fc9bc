package io.patchbay.model;

/** A change of a subject, named in the past tense, with all values that evolving the state needs. */
public sealed interface Event permits AgentEvent, InteractionEvent, QueueEvent, TranscriptEvent {

    /** The name in the published type {@code cti.<name>.v1}, such as {@code call.established}. */
    String name();
}
