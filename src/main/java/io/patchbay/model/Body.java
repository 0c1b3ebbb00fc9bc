package io.patchbay.model;

/** What a command asks of the cell it is sent to: one sealed family for each kind of cell. */
public sealed interface Body permits AgentCommand, InteractionCommand, QueueCommand, TranscriptCommand {

    /** What a source is told when its follow-up was refused, where the reason decides what it is told. */
    interface Refusable {
        /** The same, with what the reason comes to. */
        Body because(Reason reason);
    }
}
