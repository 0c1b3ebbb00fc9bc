package io.patchbay.dialect.finesse.request;

import io.patchbay.dialect.finesse.words.ApiError;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.model.Authentication;
import io.patchbay.model.Outcome;

/** A request that is refused at once. Never quotes what was sent. The message of the exception is one English sentence. */
public final class FinesseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ErrorType type;
    private final String data;
    private final long retryAfter;

    /** @param data the parameter, or a constant word */
    public FinesseRefused(ErrorType type, String data, String message) {
        this(type, data, message, 0);
    }

    private FinesseRefused(ErrorType type, String data, String message, long retryAfter) {
        super(message, null, false, false);
        this.type = type;
        this.data = data;
        this.retryAfter = retryAfter;
    }

    /** Too many wrong credentials came before these. */
    public static FinesseRefused slowed(Authentication.Slowed<?> slowed) {
        return new FinesseRefused(ErrorType.TOO_MANY_REQUESTS, "Authorization", slowed.sentence(), slowed.seconds());
    }

    /** Of a command. */
    public static FinesseRefused of(Outcome.Refused refused) {
        return new FinesseRefused(ErrorType.of(refused.reason()), refused.reason().name(), refused.detail());
    }

    static FinesseRefused state(String message) {
        return new FinesseRefused(ErrorType.INVALID_STATE, "state", message);
    }

    static FinesseRefused missing(String parameter) {
        return new FinesseRefused(ErrorType.PARAMETER_MISSING, parameter, "The request needs the parameter " + parameter + ".");
    }

    /** @param expected words that follow "must be" */
    static FinesseRefused wrong(String parameter, String expected) {
        return new FinesseRefused(ErrorType.INVALID_INPUT, parameter, "The parameter " + parameter + " must be " + expected + ".");
    }

    /** A user of others is refused as if there were none. */
    public static FinesseRefused noUser() {
        return new FinesseRefused(ErrorType.USER_NOT_FOUND, "user", "There is no such user.");
    }

    public static FinesseRefused noDialog() {
        return new FinesseRefused(ErrorType.DIALOG_NOT_FOUND, "dialog", "The agent has no such dialog.");
    }

    public static FinesseRefused notFound() {
        return new FinesseRefused(ErrorType.NOT_FOUND, "path", "There is no such resource.");
    }

    public static FinesseRefused noSupervisor() {
        return new FinesseRefused(ErrorType.INVALID_USER, "role", "The request is for supervisors.");
    }

    public int status() {
        return type.status();
    }

    /** Seconds until a request may be repeated. Zero where the response does not say so. */
    public long retryAfter() {
        return retryAfter;
    }

    public ErrorType type() {
        return type;
    }

    public ApiError error() {
        return new ApiError(type.text(), getMessage(), data);
    }
}
