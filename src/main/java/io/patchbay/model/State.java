package io.patchbay.model;

/** What a cell holds, moved by events only. */
public sealed interface State permits Agent, Interaction, Queue, Transcript { }
