package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.request.SignInData;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The bean of the WebSocket route: envelopes become commands, or are answered directly. No method throws or blocks. */
public final class AcqueonDoor {
    private final Map<String, AcqueonSocket> sockets = new ConcurrentHashMap<>();
    private final AcqueonRequests requests;
    private final AcqueonFeeds feeds;
    private final RateLimit limit;

    /** @param limit of envelopes of a connection before its sign-in */
    public AcqueonDoor(AcqueonRequests requests, AcqueonFeeds feeds, RateLimit limit) {
        this.requests = requests;
        this.feeds = feeds;
        this.limit = limit;
    }

    public CompletionStage<PendingCommand<AcqueonCompletion>> decode(ConnectionEvent signal) {
        return signal.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<PendingCommand<AcqueonCompletion>> opened(ConnectionEvent.Opened opened) {
                AcqueonSocket socket = socket(opened.connection());
                opened.connection().credentials().ifPresent(given -> socket.opened());
                return opened.connection().credentials()
                        .map(given -> requests.signIn(socket, new SignInData(given.user(), given.password(), "")))
                        .orElseGet(AcqueonDoor::nothing);
            }

            @Override
            public CompletionStage<PendingCommand<AcqueonCompletion>> frame(ConnectionEvent.Frame frame) {
                return requests.read(socket(frame.connection()), frame.text());
            }

            @Override
            public CompletionStage<PendingCommand<AcqueonCompletion>> closed(ConnectionEvent.Closed closed) {
                AcqueonSocket left = sockets.remove(closed.connection().id());
                if (left != null) {
                    left.close();
                }
                return nothing();
            }

            @Override
            public CompletionStage<PendingCommand<AcqueonCompletion>> unreadable(ConnectionEvent.Unreadable sent) {
                return requests.noEnvelope(socket(sent.connection()), sent.beginning(), sent.why());
            }
        });
    }

    public CompletionStage<Void> reply(CompletedCommand<AcqueonCompletion> completed) {
        return completed.context().answer(completed.outcomes());
    }

    private AcqueonSocket socket(ClientConnection connection) {
        return sockets.computeIfAbsent(connection.id(), id -> new AcqueonSocket(connection, feeds, limit.allowance()));
    }

    private static CompletionStage<PendingCommand<AcqueonCompletion>> nothing() {
        return CompletableFuture.completedFuture(
                new PendingCommand<>(outcomes -> CompletableFuture.completedFuture(null), List.of()));
    }
}
