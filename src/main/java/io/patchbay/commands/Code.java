package io.patchbay.commands;

import io.patchbay.model.Reason;

/** The values of {@code error.code} in a reply: an unreadable record, or the canonical reason of a refusal. */
enum Code {
    UNREADABLE, UNKNOWN_OPERATION, INVALID_DATA, UNKNOWN, NOT_SIGNED_IN, ALREADY_BOUND, WRONG_STATE, BUSY, NOT_AVAILABLE, CONFLICT,
    UNSUPPORTED, UNAVAILABLE, INTERNAL;

    static Code of(Reason reason) {
        return switch (reason) {
            case NOT_SIGNED_IN -> NOT_SIGNED_IN;
            case ALREADY_BOUND -> ALREADY_BOUND;
            case UNKNOWN, NOT_MINE -> UNKNOWN;
            case WRONG_STATE -> WRONG_STATE;
            case INVALID_DATA -> INVALID_DATA;
            case BUSY -> BUSY;
            case NOT_AVAILABLE -> NOT_AVAILABLE;
            case CONFLICT -> CONFLICT;
            case UNSUPPORTED -> UNSUPPORTED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }
}
