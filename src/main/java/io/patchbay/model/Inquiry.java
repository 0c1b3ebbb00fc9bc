package io.patchbay.model;

/**
 * Asks a cell of any kind for the outcome of the command that has this command's id. It has no effect. The answer is the outcome that
 * the cell remembers, CONFLICT if the digest is another one, or UNKNOWN if the cell remembers no such command.
 */
public record Inquiry() implements Body { }
