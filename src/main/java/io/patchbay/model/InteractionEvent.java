package io.patchbay.model;

/** What happened to an interaction, its calls and its offers. */
public sealed interface InteractionEvent extends Event permits ContactEvent, CallEvent { }
