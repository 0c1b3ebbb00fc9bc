package io.patchbay.platform;

import io.patchbay.model.Outcome;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request is refused: thrown where that is found out, turned into its answer at the edge of the door. Carries no stack. */
final class PlatformRefusal extends RuntimeException {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformRefusal.class);
    private final PlatformCode code;
    private final transient Map<String, String> headers;

    /** @param message one sentence for people: what was found, where, and what the request needs; never a secret */
    PlatformRefusal(PlatformCode code, String message) {
        this(code, message, Map.of());
    }

    PlatformRefusal(PlatformCode code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.code = code;
        this.headers = headers;
    }

    /** Requests of this door have no id to ask again with. @param look where the caller can see whether it was done */
    static PlatformRefusal of(Outcome.Refused refused, String look) {
        PlatformCode code = PlatformCode.of(refused.reason());
        return new PlatformRefusal(code, code == PlatformCode.UNAVAILABLE
                ? "The outcome is not known. Look at " + look + " before you try again."
                : refused.detail());
    }

    /** What the grid says, or that it cannot say. */
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
