package io.patchbay.dialect.finesse.words;

import io.patchbay.model.Cause;
import io.patchbay.model.Reason;

/** Failures that the telephone system reports after a request was accepted, with the codes of CSTA that Finesse passes on. */
public enum FailureCode {
    CF_GENERIC_OPERATION(1), CF_INVALID_DESTINATION(14), CF_INVALID_OBJECT_STATE(22), CF_RESOURCE_BUSY(33),
    CF_RESOURCE_OUT_OF_SERVICE(34);

    private static final String TYPE = "Call Operation Failure";
    private final int code;

    FailureCode(int code) {
        this.code = code;
    }

    public ApiError error() {
        return new ApiError(TYPE, name(), Integer.toString(code));
    }

    /** Of a call that reached nobody. */
    public static FailureCode of(Cause cause) {
        return switch (cause) {
            case BUSY -> CF_RESOURCE_BUSY;
            case INVALID -> CF_INVALID_DESTINATION;
            case UNAVAILABLE -> CF_RESOURCE_OUT_OF_SERVICE;
            case RELEASED, REMOTE, TRANSFERRED, REJECTED, EXPIRED, ABANDONED, NO_ANSWER, DROPPED, LOGOUT, FAILED -> CF_GENERIC_OPERATION;
        };
    }

    /** Of a command on a call. */
    public static FailureCode of(Reason reason) {
        return switch (reason) {
            case UNKNOWN, NOT_MINE, NOT_SIGNED_IN, WRONG_STATE, ALREADY_BOUND -> CF_INVALID_OBJECT_STATE;
            case BUSY -> CF_RESOURCE_BUSY;
            case NOT_AVAILABLE, UNAVAILABLE -> CF_RESOURCE_OUT_OF_SERVICE;
            case INVALID_DATA, CONFLICT, UNSUPPORTED, INTERNAL -> CF_GENERIC_OPERATION;
        };
    }
}
