package io.patchbay.dialect.finesse;

import io.patchbay.dialect.finesse.frame.Update;
import io.patchbay.dialect.finesse.words.ApiError;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.door.Arrivals;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.AgentEntry;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import io.patchbay.wire.UpgradeAuthenticator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The bean of a route of notifications. A client gets the object of its agent first, and from then on each notification. It sends nothing.
 * No method blocks.
 */
public final class FinesseNotifications implements UpgradeAuthenticator {
    static final String PATH = "/finesse/notifications";
    private static final int FAILED = 1011;

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final CommandGateway gateway;
    private final FinesseFeeds feeds;
    private final FinesseUsers users;
    private final Framing framing;

    public FinesseNotifications(CommandGateway gateway, FinesseFeeds feeds, FinesseUsers users, Framing framing) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.users = users;
        this.framing = framing;
    }

    /** One connection of an agent. */
    private record Client(ClientConnection connection, AgentFeed<Update> feed, RequestIds requestIds, Framing framing)
            implements Consumer<List<Update>> {

        /** The notifications of one step, with none between them. */
        @Override
        public void accept(List<Update> updates) {
            updates.forEach(update -> connection.send(framing.of(update.text(update.cause().map(requestIds::of).orElse("")))));
        }
    }

    @Override
    public CompletionStage<Optional<HttpResponse>> admit(HttpRequest request) {
        return users.admit(request).thenApply(agent -> Optional.<HttpResponse>empty())
                .exceptionally(error -> Optional.of(FinesseAnswers.failure(error)));
    }

    public CompletionStage<Void> serve(ConnectionEvent event) {
        return event.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<Void> opened(ConnectionEvent.Opened opened) {
                ClientConnection connection = opened.connection();
                return open(connection, users.admitted(connection.credentials()).orElseThrow()).exceptionally(error -> {
                    FinesseAnswers.failure(error);
                    connection.close(FAILED, "The agent's state could not be read. Try again.");
                    return null;
                });
            }

            @Override
            public CompletionStage<Void> frame(ConnectionEvent.Frame frame) {
                return refuse(frame.connection(), "Notifications take no messages. Send requests to the REST API.");
            }

            @Override
            public CompletionStage<Void> closed(ConnectionEvent.Closed closed) {
                Optional.ofNullable(clients.remove(closed.connection().id())).ifPresent(client -> client.feed().disconnect(client));
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> unreadable(ConnectionEvent.Unreadable unreadable) {
                return refuse(unreadable.connection(), unreadable.why());
            }
        });
    }

    private CompletionStage<Void> open(ClientConnection connection, AgentEntry agent) {
        Arrivals.accepted(agent.id(), PATH, connection);
        return feeds.of(agent).thenCompose(feed -> feed.between(now -> {
            Client client = new Client(connection, feed, feeds.requestIds(agent.id()), framing);
            clients.put(connection.id(), client);
            client.accept(List.of(feeds.encoder(agent.id()).user(now, gateway.now())));
            feed.connect(client);
        }));
    }

    private CompletionStage<Void> refuse(ClientConnection connection, String why) {
        Update error = Update.of(new ApiError(ErrorType.INVALID_INPUT.text(), why, "message"), PATH);
        connection.send(framing.of(error.text("")));
        return CompletableFuture.completedFuture(null);
    }
}
