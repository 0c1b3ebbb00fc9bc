package io.patchbay.dialect.harmony.words;

import io.patchbay.model.Reason;

/** The values of {@code failure.code} (harmony.md 4, BINDINGS Harmony). */
public enum HarmonyCode {
    INVALID_MESSAGE, UNKNOWN_COMMAND, UNKNOWN_TARGET, WRONG_TARGET_LEVEL, INVALID_DATA, NOT_AUTHENTICATED, SESSION_NOT_BOUND,
    SESSION_NOT_STARTED, SESSION_ALREADY_STARTED, ALREADY_BOUND, INVALID_STATE, UNSUPPORTED, CONFLICT, UNAVAILABLE, TOO_MANY_REQUESTS,
    INTERNAL;

    public static HarmonyCode of(Reason reason) {
        return switch (reason) {
            case NOT_SIGNED_IN -> SESSION_NOT_BOUND;
            case ALREADY_BOUND -> ALREADY_BOUND;
            case UNKNOWN, NOT_MINE -> UNKNOWN_TARGET;
            case WRONG_STATE, BUSY, NOT_AVAILABLE -> INVALID_STATE;
            case INVALID_DATA -> INVALID_DATA;
            case CONFLICT -> CONFLICT;
            case UNSUPPORTED -> UNSUPPORTED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }
}
