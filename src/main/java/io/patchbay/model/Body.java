package io.patchbay.model;

/** What a command asks of the cell it is sent to: one sealed family for each kind of cell. */
public sealed interface Body permits AgentCommand, InteractionCommand, QueueCommand { }
