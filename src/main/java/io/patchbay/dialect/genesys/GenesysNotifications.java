package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.door.Arrivals;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.RequestAuthenticator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the notifications route: each CometD session gets the notifications of its own agent. The connection drops those that its
 * client did not subscribe to. No method throws or blocks.
 */
public final class GenesysNotifications implements RequestAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(GenesysNotifications.class);

    private final Map<String, Connected> connected = new ConcurrentHashMap<>();
    private final GenesysFeeds feeds;
    private final GenesysLogs logs;
    private final GenesysUsers users;
    private final Directory directory;

    private record Connected(CompletableFuture<AgentFeed<Notification>> feed, Consumer<List<Notification>> listener) { }

    public GenesysNotifications(GenesysFeeds feeds, GenesysLogs logs, GenesysUsers users, Directory directory) {
        this.feeds = feeds;
        this.logs = logs;
        this.users = users;
        this.directory = directory;
    }

    @Override
    public CompletionStage<Decision> authenticate(HttpRequest request) {
        return users.authenticate(request).thenApply(found -> found.<Decision>match(identity -> new User(identity.user().id().value()),
                () -> new Refusal(GenesysAnswers.response(GenesysAnswers.denied())), slowed -> new Refusal(GenesysAnswers.slowed(slowed))))
                .exceptionally(error -> new Refusal(GenesysAnswers.response(GenesysAnswers.failure(error))));
    }

    /** The beginning and end of each CometD session. */
    public CompletionStage<Void> serve(ConnectionEvent event) {
        return event.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<Void> opened(ConnectionEvent.Opened opened) {
                return open(opened.connection());
            }

            @Override
            public CompletionStage<Void> frame(ConnectionEvent.Frame frame) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> closed(ConnectionEvent.Closed closed) {
                Connected gone = connected.remove(closed.connection().id());
                if (gone != null) {
                    gone.feed().thenAccept(feed -> feed.disconnect(gone.listener()));
                }
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> unreadable(ConnectionEvent.Unreadable unreadable) {
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    private CompletionStage<Void> open(ClientConnection connection) {
        AgentId user = new AgentId(connection.user().orElseThrow());
        Arrivals.accepted(user, GenesysPath.BASE + "/notifications", connection);
        Consumer<List<Notification>> listener = new NotificationQueue(connection, logs);
        CompletableFuture<AgentFeed<Notification>> feed = directory.agent(user)
                .map(agent -> feeds.of(agent).toCompletableFuture())
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("A session has no user of the directory")));
        connected.put(connection.id(), new Connected(feed, listener));
        return feed.handle((ready, error) -> {
            if (error == null) {
                ready.connect(listener);
            } else {
                LOG.atWarn().addKeyValue("session", connection.id()).addKeyValue("reason", error.toString())
                        .log("an agent could not be followed");
                connection.close(ClientConnection.TOO_SLOW, "The agent's state could not be read in time");
            }
            return null;
        });
    }
}
