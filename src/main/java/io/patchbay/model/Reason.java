package io.patchbay.model;

/** Why a command was refused. Every dialect translates each of these in one table that the compiler keeps complete. */
public enum Reason {
    /** The agent has no session, or not this one. */
    NOT_SIGNED_IN,
    /** Another client of the same dialect is bound to the session. */
    ALREADY_BOUND,
    /** The named object does not exist, or not for this agent. */
    UNKNOWN,
    /** The state of the object does not allow this now. */
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
    /** The gateway does not support this. */
    UNSUPPORTED,
    /** The outcome is not known. The command may be repeated with the same id. */
    UNAVAILABLE,
    /** An internal error. */
    INTERNAL
}
