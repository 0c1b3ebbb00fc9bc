package io.patchbay.wire;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Decides on a client before a WebSocket is upgraded or a stream begins. */
@FunctionalInterface
public interface UpgradeAuthenticator {

    /** Empty admits the client, otherwise the client gets the response. Called on an event loop, so it must not block. */
    CompletionStage<Optional<HttpResponse>> admit(HttpRequest request);
}
