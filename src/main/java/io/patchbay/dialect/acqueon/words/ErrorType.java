package io.patchbay.dialect.acqueon.words;

import io.patchbay.model.Reason;

/** The types of errors in {@code SetAPIError} (BINDINGS, Acqueon). */
public enum ErrorType {
    PARAMETER_MISSING("Parameter Missing"),
    INVALID_INPUT("Invalid Input"),
    INVALID_DESTINATION("Invalid Destination"),
    INVALID_STATE("Invalid State"),
    AUTHORIZATION_FAILURE("Authorization Failure"),
    INVALID_USER("Invalid Authorization User Specified"),
    USER_NOT_FOUND("User Not Found"),
    DIALOG_NOT_FOUND("Dialog Not Found"),
    NOT_IMPLEMENTED("Not Implemented"),
    SERVICE_UNAVAILABLE("Service Unavailable"),
    INTERNAL("Internal Server Error");

    private final String text;

    ErrorType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static ErrorType of(Reason reason) {
        return switch (reason) {
            case NOT_SIGNED_IN -> AUTHORIZATION_FAILURE;
            case UNKNOWN, NOT_MINE -> DIALOG_NOT_FOUND;
            case ALREADY_BOUND, WRONG_STATE, BUSY, NOT_AVAILABLE -> INVALID_STATE;
            case INVALID_DATA, CONFLICT -> INVALID_INPUT;
            case UNSUPPORTED -> NOT_IMPLEMENTED;
            case UNAVAILABLE -> SERVICE_UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }

    /** The type of an error of the port. */
    public static ErrorType ofHttp(int status) {
        return switch (status) {
            case 401, 403 -> AUTHORIZATION_FAILURE;
            case 429, 503 -> SERVICE_UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : INVALID_INPUT;
        };
    }
}
