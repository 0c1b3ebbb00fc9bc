package io.patchbay.dialect.finesse.words;

/**
 * An error as clients read it. Never quotes what was sent.
 *
 * @param message one English sentence, or a constant of the telephone system
 * @param data    the parameter, or the code of the telephone system
 */
public record ApiError(String type, String message, String data) {

    /** The body of a response. */
    public Element body() {
        return Element.of("ApiErrors", Element.of("ApiError", Element.of("ErrorType", type), Element.of("ErrorMessage", message),
                Element.of("ErrorData", data)));
    }

    /** The data of a notification. */
    public Element notification() {
        return Element.of("apiErrors", Element.of("apiError", Element.of("errorType", type), Element.of("errorMessage", message),
                Element.of("errorData", data)));
    }
}
