package io.patchbay.wire;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Says who may come in, before a WebSocket is upgraded or a stream begins. */
@FunctionalInterface
public interface UpgradeAuthenticator {

    /** Empty lets the client in, an answer is what it gets instead. Called on an event loop, so it must not block. */
    CompletionStage<Optional<HttpResponse>> admit(HttpRequest request);
}
