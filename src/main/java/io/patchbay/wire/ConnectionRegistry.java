package io.patchbay.wire;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open connections of one door. */
final class ConnectionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRegistry.class);
    private static final int GOING_AWAY = 1001;
    private static final int TRY_AGAIN_LATER = 1013;
    static final String UNABLE = "This member of the gateway cannot take commands now. Connect to another one, or later";

    private final Set<ServerConnection> here = ConcurrentHashMap.newKeySet();

    void add(ServerConnection connection) {
        here.add(connection);
        connection.over().thenRun(() -> here.remove(connection));
    }

    /** Closes all connections and does not wait. Close code 1013 tells a client to try again later, or elsewhere. */
    void sendAway() {
        here.forEach(connection -> connection.close(TRY_AGAIN_LATER, UNABLE));
    }

    int size() {
        return here.size();
    }

    /** Closes all connections and waits until the door has handled each end. Call it while the route of the door can still run. */
    void drain(String door, Duration patience) throws InterruptedException {
        List<ServerConnection> last = List.copyOf(here);
        last.forEach(connection -> connection.close(GOING_AWAY, "The gateway stops"));
        try {
            CompletableFuture.allOf(last.stream().map(ServerConnection::over).toArray(CompletableFuture<?>[]::new))
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("door", door).log("Stopped before every client's end was handled");
        }
    }
}
