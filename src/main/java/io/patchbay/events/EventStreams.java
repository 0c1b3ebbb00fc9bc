package io.patchbay.events;

import io.patchbay.door.Arrivals;
import io.patchbay.door.RateLimit;
import io.patchbay.door.SignIn;
import io.patchbay.door.UserRateLimits;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import io.patchbay.wire.UpgradeAuthenticator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The bean of the route of server-sent events. Each client becomes a subscriber with the filter of its query. No method blocks. */
public final class EventStreams implements UpgradeAuthenticator, ErrorRenderer {
    private static final String PATH = "/events";
    private static final int POLICY = 1008;

    private final Map<String, Subscriber> clients = new ConcurrentHashMap<>();
    private final EventLog log;
    private final Access access;

    /** @param limit of openings by one user */
    public EventStreams(EventLog log, SignIn signIn, Directory directory, RateLimit limit) {
        this.log = log;
        this.access = new Access(signIn, directory, new UserRateLimits(limit));
    }

    @Override
    public CompletionStage<Optional<HttpResponse>> admit(HttpRequest request) {
        return access.admit(request, () -> EventFilter.of(request.query()));
    }

    @Override
    public boolean renders(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        return SubscriptionRefusal.before(status, sentence);
    }

    public CompletionStage<Void> serve(ConnectionEvent event) {
        return event.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<Void> opened(ConnectionEvent.Opened opened) {
                return access.who(opened.connection()).thenAccept(who -> open(opened.connection(), who));
            }

            @Override
            public CompletionStage<Void> frame(ConnectionEvent.Frame frame) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> closed(ConnectionEvent.Closed closed) {
                Optional.ofNullable(clients.remove(closed.connection().id())).ifPresent(log::leave);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> unreadable(ConnectionEvent.Unreadable unreadable) {
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    private void open(ClientConnection connection, Optional<AgentEntry> who) {
        try {
            EventSubscription subscription = access.subscription(EventFilter.of(connection.query()), who.orElseThrow());
            Subscriber subscriber = new Subscriber(connection, FrameFormat.STREAM, subscription);
            clients.put(connection.id(), subscriber);
            log.subscribe(subscriber);
            Arrivals.accepted(who.get().id(), "/events", connection);
        } catch (SubscriptionRefusal | NoSuchElementException changedMeanwhile) {
            connection.close(POLICY, "The credentials have changed");
        }
    }
}
