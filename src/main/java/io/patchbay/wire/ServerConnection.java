package io.patchbay.wire;

import java.util.concurrent.CompletableFuture;

/** A client connection with the methods for the wire. */
interface ServerConnection extends ClientConnection {

    /** Completed after the door has handled {@link ConnectionEvent.Closed}, the last event. */
    CompletableFuture<Void> over();
}
