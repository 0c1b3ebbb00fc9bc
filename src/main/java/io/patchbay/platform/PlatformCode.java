package io.patchbay.platform;

import io.patchbay.model.Reason;

/** The values of {@code error.code}, in the terms of Harmony, with their HTTP status (BINDINGS, platform door). */
enum PlatformCode {
    INVALID_MESSAGE(400), INVALID_DATA(400), UNSUPPORTED(400), NOT_AUTHENTICATED(401), NOT_AUTHORIZED(403), UNKNOWN_TARGET(404),
    UNKNOWN_COMMAND(405), INVALID_STATE(409), CONFLICT(409), TOO_MANY_REQUESTS(429), INTERNAL(500), UNAVAILABLE(503);

    private final int status;

    PlatformCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    static PlatformCode of(Reason reason) {
        return switch (reason) {
            case UNKNOWN, NOT_MINE -> UNKNOWN_TARGET;
            case WRONG_STATE, BUSY, NOT_AVAILABLE, NOT_SIGNED_IN, ALREADY_BOUND -> INVALID_STATE;
            case INVALID_DATA -> INVALID_DATA;
            case CONFLICT -> CONFLICT;
            case UNSUPPORTED -> UNSUPPORTED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }
}
