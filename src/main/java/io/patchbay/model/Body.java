package io.patchbay.model;

/** The content of a command: one sealed family for each kind of cell, and the question about an earlier one. */
public sealed interface Body permits AgentCommand, InteractionCommand, QueueCommand, TranscriptCommand, Inquiry {

    /** A report to the source of a refused follow-up that depends on the reason. */
    interface Refusable {
        /** The same, with what the reason comes to. */
        Body because(Reason reason);
    }
}
