package io.patchbay.wire;

import java.util.concurrent.CompletableFuture;

/** A connection as the wire sees it. */
interface ServerConnection extends ClientConnection {

    /** Completed when the door has handled {@link ConnectionEvent.Closed}: nothing follows. */
    CompletableFuture<Void> over();
}
