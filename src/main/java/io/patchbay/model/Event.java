package io.patchbay.model;

/** What happened, in the past tense, with all that evolving a state needs. */
public sealed interface Event permits AgentEvent, InteractionEvent, QueueEvent, TranscriptEvent {

    /** The name in the published type {@code cti.<name>.v1}, such as {@code call.established}. */
    String name();
}
