package io.patchbay.platform;

import io.patchbay.model.Outcome;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A refused request. Thrown at the place of the check and rendered by the door. Has no stack trace. */
final class PlatformRefusal extends RuntimeException {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformRefusal.class);
    private final PlatformCode code;
    private final transient Map<String, String> headers;

    /** @param message one sentence for people: the finding, its place, and the need of the request; never a secret */
    PlatformRefusal(PlatformCode code, String message) {
        this(code, message, Map.of());
    }

    PlatformRefusal(PlatformCode code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.code = code;
        this.headers = headers;
    }

    /** Requests of this door have no id for a repeat. @param look the request that shows whether it was done */
    static PlatformRefusal of(Outcome.Refused refused, String look) {
        PlatformCode code = PlatformCode.of(refused.reason());
        return new PlatformRefusal(code, code == PlatformCode.UNAVAILABLE
                ? "The outcome is not known. Look at " + look + " before you try again."
                : refused.detail());
    }

    /** The result of the grid, or a refusal if the grid does not answer. */
    static <T> CompletionStage<T> unlessKnown(CompletionStage<T> lookup) {
        return lookup.exceptionally(error -> {
            LOG.atWarn().addKeyValue("reason", error.toString()).log("the grid could not be asked what a request names");
            throw new PlatformRefusal(PlatformCode.UNAVAILABLE, "The gateway cannot look this up now. Try again.");
        });
    }

    PlatformCode code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
