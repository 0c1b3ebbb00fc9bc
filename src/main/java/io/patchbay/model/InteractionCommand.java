package io.patchbay.model;

/** What can be asked of an interaction's cell. */
public sealed interface InteractionCommand extends Body permits VoiceCommand, DataCommand, PlatformCommand, OfferCommand { }
