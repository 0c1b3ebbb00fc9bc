package io.patchbay.model;

/** Why a command was refused. Every dialect translates each of these in one table that the compiler keeps complete. */
public enum Reason {
    /** The agent has no session, or not this one. */
    NOT_SIGNED_IN,
    /** Another client of the same dialect is bound to the session. */
    ALREADY_BOUND,
    /** What the command names does not exist, or does not exist for whoever asks. */
    UNKNOWN,
    /** The object is there, but its state does not allow this now. */
    WRONG_STATE,
    /** A value is missing, of the wrong form, or names nothing. */
    INVALID_DATA,
    /** The agent's slot is taken. */
    BUSY,
    /** The agent has no active channel for this. */
    NOT_AVAILABLE,
    /** The same command id came with another payload. */
    CONFLICT,
    /** A follow-up names work its receiver no longer has, or never had. */
    NOT_MINE,
    /** Nobody does this here. */
    UNSUPPORTED,
    /** The outcome is not known: ask again with the same id. */
    UNAVAILABLE,
    /** A mistake of ours. */
    INTERNAL
}
