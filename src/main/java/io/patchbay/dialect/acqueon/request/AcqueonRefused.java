package io.patchbay.dialect.acqueon.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.model.Authentication;
import io.patchbay.model.Outcome;
import java.util.Optional;

/**
 * An envelope that is refused. Never quotes what was sent.
 *
 * <p>The error message is the name of the parameter, or a constant word. The message of the exception is one English sentence.
 */
public final class AcqueonRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ErrorType type;
    private final String errorType;
    private final String errorMessage;
    private final long retryAfter;

    public AcqueonRefused(ErrorType type, String errorMessage, String msg) {
        this(type, type.text(), errorMessage, msg, 0);
    }

    private AcqueonRefused(ErrorType type, String errorType, String errorMessage, String msg, long retryAfter) {
        super(msg, null, false, false);
        this.type = type;
        this.errorType = errorType;
        this.errorMessage = errorMessage;
        this.retryAfter = retryAfter;
    }

    /** The same in the words that the channel has for this verb. */
    public AcqueonRefused in(VerbRow row) {
        return new AcqueonRefused(type, row.errors().getOrDefault(type, errorType), errorMessage, getMessage(), retryAfter);
    }

    /** Too many wrong credentials came before these. */
    public static AcqueonRefused slowed(Authentication.Slowed<?> slowed) {
        return new AcqueonRefused(ErrorType.SERVICE_UNAVAILABLE, ErrorType.SERVICE_UNAVAILABLE.text(), "slowed", slowed.sentence(),
                slowed.seconds());
    }

    /** Of a command. */
    public static AcqueonRefused of(Outcome.Refused refused) {
        return new AcqueonRefused(ErrorType.of(refused.reason()), refused.reason().name(), refused.detail());
    }

    static AcqueonRefused state(String msg) {
        return new AcqueonRefused(ErrorType.INVALID_STATE, "WRONG_STATE", msg);
    }

    /** A value of a parameter. @param expected words that follow "must be" */
    static AcqueonRefused wrong(String parameter, String expected) {
        return new AcqueonRefused(ErrorType.INVALID_INPUT, parameter, "The parameter " + parameter + " must be " + expected + ".");
    }

    public static AcqueonRefused notSignedIn() {
        return new AcqueonRefused(ErrorType.AUTHORIZATION_FAILURE, "SetUserInfo", "The agent is not signed in. Send SetUserInfo first.");
    }

    /** Seconds until it may be repeated. Zero where the answer does not say so. */
    public long retryAfter() {
        return retryAfter;
    }

    public ErrorType type() {
        return type;
    }

    /** The {@code SetAPIError} envelope as text. @param requestId of the refused envelope */
    public String envelope(Flavour flavour, Optional<String> requestId) {
        return envelope(flavour, errorType, errorMessage, getMessage(), requestId);
    }

    static String envelope(Flavour flavour, String type, String errorMessage, String msg, Optional<String> requestId) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("channel", flavour.eventChannel()).put("topic", "Error")
                .put("subtopic", "SetAPIError").put("source", "Patchbay");
        envelope.putObject("data").put("packet", "apierror").putObject("data").put("errorType", type).put("errorMessage", errorMessage)
                .put("msg", msg);
        requestId.ifPresent(id -> envelope.put("requestId", id));
        return envelope.toString();
    }
}
