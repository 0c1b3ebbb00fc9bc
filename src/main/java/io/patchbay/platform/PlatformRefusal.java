package io.patchbay.platform;

import io.patchbay.model.Outcome;
import java.util.Map;

/** A request is refused: thrown where that is found out, turned into its answer at the edge of the door. Carries no stack. */
final class PlatformRefusal extends RuntimeException {
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

    /** Requests of this door have no id to ask again with. */
    static PlatformRefusal of(Outcome.Refused refused) {
        PlatformCode code = PlatformCode.of(refused.reason());
        return new PlatformRefusal(code, code == PlatformCode.UNAVAILABLE
                ? "It is not known whether this was done: look at GET /platform/calls?party=<address> before asking again."
                : refused.detail());
    }

    PlatformCode code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
