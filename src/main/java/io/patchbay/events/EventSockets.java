package io.patchbay.events;

import io.patchbay.dialect.StrictJson;
import io.patchbay.door.Arrivals;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.door.UserRateLimits;
import io.patchbay.events.SubscriptionRefusal.Code;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import io.patchbay.wire.UpgradeAuthenticator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The bean of the WebSocket route. Each client becomes a subscriber. No method blocks. */
public final class EventSockets implements UpgradeAuthenticator {
    private static final Duration FIRST_FRAME_WITHIN = Duration.ofSeconds(5);

    private final Map<String, SocketClient> clients = new ConcurrentHashMap<>();
    private final EventLog log;
    private final Access access;
    private final StrictJson json;
    private final Rejections rejections;

    /**
     * @param limit of openings by one user
     * @param rejections gets the frames that cannot be read
     */
    public EventSockets(EventLog log, SignIn signIn, Directory directory, StrictJson.Limits limits, RateLimit limit,
            Rejections rejections) {
        this.rejections = rejections;
        this.log = log;
        this.access = new Access(signIn, directory, new UserRateLimits(limit));
        this.json = new StrictJson(limits);
    }

    @Override
    public CompletionStage<Optional<HttpResponse>> admit(HttpRequest request) {
        return access.admit(request, () -> EventFilter.unsaid(request.query()));
    }

    public CompletionStage<Void> serve(ConnectionEvent event) {
        return event.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<Void> opened(ConnectionEvent.Opened opened) {
                return access.who(opened.connection()).thenAccept(who -> open(opened.connection(), who));
            }

            @Override
            public CompletionStage<Void> frame(ConnectionEvent.Frame frame) {
                client(frame).ifPresent(client -> client.frame(frame.text(), json));
                return done();
            }

            @Override
            public CompletionStage<Void> closed(ConnectionEvent.Closed closed) {
                Optional.ofNullable(clients.remove(closed.connection().id())).ifPresent(SocketClient::left);
                return done();
            }

            @Override
            public CompletionStage<Void> unreadable(ConnectionEvent.Unreadable unreadable) {
                client(unreadable).ifPresent(client -> client.unreadable(unreadable.why(), 0));
                return done();
            }
        });
    }

    private void open(ClientConnection connection, Optional<AgentEntry> who) {
        if (who.isEmpty()) {
            connection.close(new SubscriptionRefusal(Code.NOT_AUTHENTICATED, "").closeCode(), "The credentials have changed");
            return;
        }
        SocketClient client = new SocketClient(connection, who.get(), access, log, rejections);
        clients.put(connection.id(), client);
        Arrivals.accepted(who.get().id(), "/events", connection);
        log.later(client::silent, FIRST_FRAME_WITHIN);
    }

    private Optional<SocketClient> client(ConnectionEvent event) {
        return Optional.ofNullable(clients.get(event.connection().id()));
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
