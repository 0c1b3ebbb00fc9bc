package io.patchbay.wire;

import io.netty.buffer.ByteBufUtil;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A WebSocket client: the sending side, the pings and the end. {@link WsInbox} is the receiving side. */
final class WsConnection extends LaneGuest {

    private static final AtomicLong COUNTER = new AtomicLong();
    private static final int MISSED_PINGS = 2;
    /** RFC 6455 5.5: a control frame holds 125 bytes, two of them the code. */
    private static final int REASON_LENGTH = 120;

    private final Optional<BasicCredentials> credentials;
    private final Optional<BearerToken> bearer;
    private final HttpConnection socketOwner;
    private final ServerWebSocket socket;
    private final Context context = Vertx.currentContext();
    private final WsInbox inbox;
    private int unansweredPings;

    /** On the event loop of the socket. */
    WsConnection(HttpServerRequest request, ServerWebSocket socket, WireLimits limits, SignalLane.Step step) {
        super("ws-" + COUNTER.incrementAndGet(), String.valueOf(request.remoteAddress()), limits, step);
        this.credentials = BasicCredentials.parse(request.getHeader("Authorization"));
        this.bearer = BearerToken.parse(request.getHeader("Authorization"));
        this.socketOwner = request.connection();
        this.socket = socket;
        this.inbox = new WsInbox(this, socket, context, limits, lane);
    }

    /** On the event loop of the socket. */
    void serve() {
        lane.offer(new Signal.Opened(this));
        Sockets.channel(socketOwner).pipeline().addBefore("handler", "frame-guard", new FrameGuard(inbox::broken));
        long pings = context.owner().setPeriodic(limits.pingEvery().toMillis(), timer -> ping());
        socket.pongHandler(pong -> unansweredPings = 0);
        socket.frameHandler(inbox::frame);
        socket.closeHandler(end -> {
            context.owner().cancelTimer(pings);
            inbox.drain(() -> {
                inbox.stop();
                shut();
            });
        });
    }

    @Override
    public void send(String text) {
        if (!isOpen()) {
            return;
        }
        int size = ByteBufUtil.utf8Bytes(text);
        if (!mayQueue(size)) {
            return;
        }
        try {
            // One frame, whatever its length: parts of two messages could mix.
            socket.writeFinalTextFrame(text).onComplete(written -> sent(size));
        } catch (IllegalStateException closedMeanwhile) {
            sent(size);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!shut()) {
            return;
        }
        socket.close((short) code, reason.substring(0, Math.min(reason.length(), REASON_LENGTH)));
        context.owner().setTimer(limits.closeWithin().toMillis(), timer -> Sockets.cut(socketOwner));
    }

    @Override
    void readOn() {
        context.runOnContext(now -> inbox.readOn());
    }

    private void ping() {
        if (inbox.paused()) {
            // We do not read, so a pong could not arrive.
            unansweredPings = 0;
            return;
        }
        if (unansweredPings == MISSED_PINGS) {
            Sockets.cut(socketOwner);
            return;
        }
        unansweredPings++;
        if (isOpen()) {
            socket.writePing(Buffer.buffer());
        }
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return credentials;
    }

    @Override
    public Optional<BearerToken> bearer() {
        return bearer;
    }

    boolean holdsSocket() {
        return Sockets.channel(socketOwner).isOpen();
    }
}
