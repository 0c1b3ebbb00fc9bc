package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.Replicas;
import io.patchbay.door.session.PendingReplies;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.wire.ClientConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** One WebSocket of an agent. It gets the events of its agent, on the topics it did not narrow. Thread-safe. */
final class AcqueonSocket implements Sender, Consumer<List<Notice>> {
    private static final String ERRORS = "Error";

    /** The request ids of this connection. */
    private final PendingReplies<String> requests = new PendingReplies<>();
    private final ClientConnection connection;
    private final AcqueonFeeds feeds;
    private final BooleanSupplier allowance;
    private volatile Optional<SignedIn> signedIn = Optional.empty();
    private volatile boolean open;
    private volatile Optional<Set<String>> topics = Optional.empty();

    /** @param allowance of envelopes before the sign-in */
    AcqueonSocket(ClientConnection connection, AcqueonFeeds feeds, BooleanSupplier allowance) {
        this.connection = connection;
        this.feeds = feeds;
        this.allowance = allowance;
    }

    /** What comes of one step, with nothing between. A socket that lost its sign-in a moment ago is told nothing. */
    @Override
    public synchronized void accept(List<Notice> notices) {
        Optional<SignedIn> who = signedIn;
        who.ifPresent(signed -> signed.envelopes().of(notices).stream()
                .filter(event -> wants(event.topic()))
                .forEach(event -> connection.send(event.text(event.cause().flatMap(requests::settle)))));
        who.filter(SignedIn::isOver).ifPresent(this::leave);
    }

    /** An error that an app of the same agent reports on its channel. */
    void error(String envelope) {
        if (wants(ERRORS)) {
            send(envelope);
        }
    }

    /** It signs in with its credentials, which name no channel. */
    void opened() {
        open = true;
    }

    boolean isOn(Flavour flavour) {
        return signedIn.filter(who -> who.flavour() == flavour).isPresent();
    }

    /** The connection is closed. */
    void close() {
        signedIn.ifPresent(this::leave);
    }

    private void leave(SignedIn over) {
        signedIn = Optional.empty();
        feeds.left(this, over);
    }

    private boolean wants(String topic) {
        return topics.map(some -> some.contains(topic)).orElse(true);
    }

    private synchronized void send(String envelope) {
        connection.send(envelope);
    }

    @Override
    public String remote() {
        return connection.remote();
    }

    @Override
    public Optional<AgentId> credentials() {
        return Optional.empty();
    }

    @Override
    public Optional<String> connection() {
        return Optional.of(connection.id());
    }

    @Override
    public boolean mayAsk() {
        return signedIn.map(who -> feeds.allowance(who.agent().id())).orElse(allowance).getAsBoolean();
    }

    @Override
    public synchronized Optional<SignedIn> signedIn(Optional<Flavour> asked) {
        Optional<SignedIn> who = signedIn.filter(signed -> !signed.isOver());
        if (open && asked.isPresent() && who.isPresent()) {
            open = false;
            signedIn = who.map(signed -> feeds.signIn(signed.feed(), signed.extension(), asked.get()));
            return signedIn;
        }
        return who;
    }

    @Override
    public CompletionStage<Void> begin(SignedIn who, Function<Replicas, List<Notice>> burst) {
        return who.feed().between(now -> {
            signedIn = Optional.of(who);
            connection.signedIn();
            feeds.came(this, who);
            accept(burst.apply(now));
        });
    }

    @Override
    public CompletionStage<Void> sync(SignedIn who, Function<Replicas, List<Notice>> burst) {
        return who.feed().between(now -> accept(burst.apply(now)));
    }

    @Override
    public void expect(CommandId command, String requestId) {
        requests.expect(command, requestId);
    }

    @Override
    public void forget(CommandId command) {
        requests.settle(command);
    }

    @Override
    public void answer(AcqueonEvent event, Optional<String> requestId) {
        send(event.text(requestId));
    }

    @Override
    public void refuse(AcqueonRefused why, Flavour flavour, Optional<String> requestId) {
        send(why.envelope(flavour, requestId));
    }

    @Override
    public void narrow(Set<String> some) {
        topics = Optional.of(Set.copyOf(some));
    }

    @Override
    public boolean is(AcqueonSocket socket) {
        return socket == this;
    }
}
