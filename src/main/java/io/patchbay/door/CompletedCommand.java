package io.patchbay.door;

import io.patchbay.model.Outcome;

/** A request that came back. A request without a command comes back accepted. */
public record CompletedCommand<T>(T context, Outcome outcome) { }
