package io.patchbay.dialect.finesse.words;

import io.patchbay.model.Reason;

/** The types of errors that Finesse documents, with the HTTP status of each. */
public enum ErrorType {
    PARAMETER_MISSING("Parameter Missing", 400),
    INVALID_INPUT("Invalid Input", 400),
    INVALID_DESTINATION("Invalid Destination", 400),
    INVALID_STATE("Invalid State", 400),
    /** Of tones on a call that is held. */
    STATE_WITHOUT_TONES("Invalid State", 401),
    AUTHORIZATION_FAILURE("Authorization Failure", 401),
    INVALID_USER("Invalid Authorization User Specified", 401),
    NOT_FOUND("Not Found", 404),
    USER_NOT_FOUND("User Not Found", 404),
    DIALOG_NOT_FOUND("Dialog Not Found", 404),
    /** Finesse has no type for too many requests. */
    TOO_MANY_REQUESTS("Service Unavailable", 429),
    INTERNAL("Internal Server Error", 500),
    SERVICE_UNAVAILABLE("Service Unavailable", 503);

    private final String text;
    private final int status;

    ErrorType(String text, int status) {
        this.text = text;
        this.status = status;
    }

    public String text() {
        return text;
    }

    public int status() {
        return status;
    }

    public static ErrorType of(Reason reason) {
        return switch (reason) {
            case UNKNOWN, NOT_MINE -> DIALOG_NOT_FOUND;
            case NOT_SIGNED_IN, ALREADY_BOUND, WRONG_STATE, BUSY, NOT_AVAILABLE -> INVALID_STATE;
            case INVALID_DATA, CONFLICT, UNSUPPORTED -> INVALID_INPUT;
            case UNAVAILABLE -> SERVICE_UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }

    /** The type of an error of the port. */
    public static ErrorType ofHttp(int status) {
        return switch (status) {
            case 401, 403 -> AUTHORIZATION_FAILURE;
            case 404 -> NOT_FOUND;
            case 429, 503 -> SERVICE_UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : INVALID_INPUT;
        };
    }
}
