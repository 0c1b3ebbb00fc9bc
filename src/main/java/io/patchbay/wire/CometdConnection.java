package io.patchbay.wire;

import io.netty.buffer.ByteBufUtil;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.cometd.bayeux.ChannelId;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;

/** The session of a CometD client, from its handshake until it disconnects, is lost or is closed. Its requests carry no frames. */
final class CometdConnection extends BaseConnection {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final String ATTRIBUTE = "patchbay";

    private final CometdServer server;
    private final ServerSession session;
    private final CometdContext handshake;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    CometdConnection(CometdServer server, ServerSession session, CometdContext handshake, WireLimits limits,
            ConnectionEventQueue.Step step) {
        super("cometd-" + COUNTER.incrementAndGet(), handshake.request().remote(), limits, step);
        this.server = server;
        this.session = session;
        this.handshake = handshake;
    }

    /** Call it once. */
    void open() {
        session.setAttribute(ATTRIBUTE, this);
        events.offer(new ConnectionEvent.Opened(this), () -> opened.complete(null));
    }

    /** Completed after the door has handled {@link ConnectionEvent.Opened}: from then on the client misses nothing. */
    CompletableFuture<Void> opened() {
        return opened;
    }

    /** Empty until the handshake has succeeded. */
    static Optional<CometdConnection> of(ServerSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((CometdConnection) session.getAttribute(ATTRIBUTE));
    }

    boolean belongsTo(String user) {
        return handshake.user().equals(user);
    }

    /** These messages no longer wait for the client. */
    void taken(Collection<ServerMessage> messages) {
        sent(CometdText.bytes(messages));
    }

    @Override
    public void send(String topic, String text) {
        if (!isOpen() || !isSubscribed(topic)) {
            return;
        }
        int size = ByteBufUtil.utf8Bytes(text);
        if (mayQueue(size)) {
            ServerMessage.Mutable message = server.newMessage();
            message.setChannel(topic);
            message.setData(new CometdText(text, size));
            session.deliver(null, message, Promise.noop());
        }
    }

    private boolean isSubscribed(String topic) {
        Collection<String> matching = new ChannelId(topic).getAllIds();
        return session.getSubscriptions().stream().map(ServerChannel::getId).anyMatch(matching::contains);
    }

    /** A Bayeux message has always a topic. */
    @Override
    public void send(String text) {
        throw new UnsupportedOperationException("A CometD client takes texts of a topic only. Call send(topic, text).");
    }

    /** A held poll is answered with the texts that wait. The next request of the client gets "unknown client". */
    @Override
    void end(int code, String reason) {
        if (shut()) {
            server.end(session);
        }
    }

    /** Such a client sends nothing. */
    @Override
    void readOn() {
    }

    @Override
    public Optional<String> user() {
        return Optional.of(handshake.user());
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return handshake.request().credentials();
    }

    @Override
    public Optional<BearerToken> bearer() {
        return handshake.request().bearer();
    }
}
