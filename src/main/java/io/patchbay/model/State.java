package io.patchbay.model;

/** The content of a cell. Only events change it. */
public sealed interface State permits Agent, Interaction, Queue, Transcript { }
