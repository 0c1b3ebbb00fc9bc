package io.patchbay.wire;

import java.util.concurrent.CompletableFuture;

/** A connection as the wire sees it. */
interface Guest extends Connection {

    /** Completed when the door has handled {@link Signal.Closed}: nothing follows. */
    CompletableFuture<Void> over();
}
