package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Reason;

/** The values of {@code statusCode} with their HTTP codes (genesys.md 1.5). */
public enum GenesysStatus {
    OK(0, 200),
    PARAMETER_MISSING(1, 400),
    INVALID(2, 400),
    FORBIDDEN(3, 403),
    INTERNAL(4, 500),
    UNAVAILABLE(4, 503),
    NO_PERMISSION(5, 403),
    NOT_FOUND(6, 404),
    PARTIAL(7, 200),
    TOO_LONG(10, 413),
    TOO_FAST(3, 429),
    EXISTS(18, 409),
    NOT_AUTHENTICATED(20, 403);

    private final int code;
    private final int http;

    GenesysStatus(int code, int http) {
        this.code = code;
        this.http = http;
    }

    public int code() {
        return code;
    }

    public int http() {
        return http;
    }

    /** The status of a refused command. Genesys has no code for an agent that is signed out or busy: the state does not allow it. */
    public static GenesysStatus of(Reason reason) {
        return switch (reason) {
            case NOT_SIGNED_IN, ALREADY_BOUND, WRONG_STATE, BUSY, NOT_AVAILABLE, INVALID_DATA, UNSUPPORTED -> INVALID;
            case UNKNOWN, NOT_MINE -> NOT_FOUND;
            case CONFLICT -> EXISTS;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }

    /** The status of an error of the port, which knows an HTTP code only. */
    public static GenesysStatus ofHttp(int status) {
        return switch (status) {
            case 403 -> FORBIDDEN;
            case 404, 405 -> NOT_FOUND;
            case 413 -> TOO_LONG;
            case 429 -> TOO_FAST;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : PARAMETER_MISSING;
        };
    }
}
