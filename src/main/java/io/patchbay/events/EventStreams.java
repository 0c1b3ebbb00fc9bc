package io.patchbay.events;

import io.patchbay.door.Allowances;
import io.patchbay.door.Pace;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.wire.Admission;
import io.patchbay.wire.Connection;
import io.patchbay.wire.DoorWords;
import io.patchbay.wire.HttpAnswer;
import io.patchbay.wire.HttpAsk;
import io.patchbay.wire.Signal;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The bean of the route of server-sent events: each client becomes a subscriber, as its query says. Nothing here blocks. */
public final class EventStreams implements Admission, DoorWords {
    private static final String PATH = "/events";
    private static final int POLICY = 1008;

    private final Map<String, Subscriber> clients = new ConcurrentHashMap<>();
    private final EventLog log;
    private final Access access;

    /** @param pace how fast one user may open streams */
    public EventStreams(EventLog log, SignIn signIn, Directory directory, Pace pace) {
        this.log = log;
        this.access = new Access(signIn, directory, new Allowances(pace));
    }

    @Override
    public CompletionStage<Optional<HttpAnswer>> admit(HttpAsk ask) {
        return access.admit(ask, () -> Wish.of(ask.query()));
    }

    @Override
    public boolean speakAt(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public HttpAnswer refused(int status, String sentence) {
        return Refusal.before(status, sentence);
    }

    public CompletionStage<Void> serve(Signal signal) {
        return signal.match(new Signal.Cases<>() {
            @Override
            public CompletionStage<Void> opened(Signal.Opened opened) {
                return access.who(opened.connection()).thenAccept(who -> open(opened.connection(), who));
            }

            @Override
            public CompletionStage<Void> frame(Signal.Frame frame) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> closed(Signal.Closed closed) {
                Optional.ofNullable(clients.remove(closed.connection().id())).ifPresent(log::leave);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> unreadable(Signal.Unreadable unreadable) {
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    private void open(Connection connection, Optional<AgentEntry> who) {
        try {
            Subscription subscription = access.subscription(Wish.of(connection.query()), who.orElseThrow());
            Subscriber subscriber = new Subscriber(connection, Form.STREAM, subscription);
            clients.put(connection.id(), subscriber);
            log.subscribe(subscriber);
        } catch (Refusal | NoSuchElementException changedMeanwhile) {
            connection.close(POLICY, "Ask again");
        }
    }
}
