package io.patchbay.dialect.acqueon.request;

import io.patchbay.dialect.acqueon.words.Flavour;
import java.util.Optional;

/** {@code SetAPIError} from an app, for all sockets of its agent (acqueon.md 1.3.2). Its documented members alone go on. */
public record ReportedError(String type, String errorMessage, String msg) {

    /** Its members are in {@code data}, with or without another object around them. */
    public static ReportedError of(VerbData data) {
        VerbData error = data.object("data").orElse(data);
        return new ReportedError(error.text("the type of the error", "errorType"), error.raw("errorMessage").orElse(""),
                error.raw("msg").orElse(""));
    }

    public String envelope(Flavour flavour, Optional<String> requestId) {
        return AcqueonRefused.envelope(flavour, type, errorMessage, msg, requestId);
    }
}
