package io.patchbay.wire;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicLong;

/** A WebSocket client: the sending side, the pings and the end. {@link WsReceiver} is the receiving side. */
final class WsConnection extends HttpBaseConnection {

    private static final AtomicLong COUNTER = new AtomicLong();
    private static final int MISSED_PINGS = 2;
    /** RFC 6455 5.5: a control frame holds 125 bytes, two of them the code. */
    private static final int REASON_LENGTH = 120;

    private final ServerWebSocket frames;
    private final WsReceiver inbox;
    private int unansweredPings;

    /** On the event loop of the socket. */
    WsConnection(HttpServerRequest request, HttpRequest head, ServerWebSocket frames, WireLimits limits, ConnectionEventQueue.Step step) {
        super("ws-" + COUNTER.incrementAndGet(), request, head, limits, step);
        this.frames = frames;
        this.inbox = new WsReceiver(this, frames, context, limits, events);
    }

    /** On the event loop of the socket. @param known whether an authenticator has admitted the client */
    void serve(boolean known) {
        if (known) {
            signedIn();
        }
        long signIn = context.owner().setTimer(limits.signInWithin().toMillis(), timer -> endStranger(""));
        events.offer(new ConnectionEvent.Opened(this));
        Sockets.channel(socket).pipeline().addBefore("handler", "frame-guard", new FrameGuard(inbox::broken));
        long pings = context.owner().setPeriodic(limits.pingEvery().toMillis(), timer -> ping());
        frames.pongHandler(pong -> unansweredPings = 0);
        frames.frameHandler(inbox::frame);
        frames.closeHandler(end -> {
            context.owner().cancelTimer(pings);
            context.owner().cancelTimer(signIn);
            inbox.drain(() -> {
                inbox.stop();
                shut();
            });
        });
    }

    /** One frame of any length, because parts of two messages could mix. */
    @Override
    Future<Void> write(String text) {
        return frames.writeFinalTextFrame(text);
    }

    @Override
    void end(int code, String reason) {
        if (!shut()) {
            return;
        }
        frames.close((short) code, reason.substring(0, Math.min(reason.length(), REASON_LENGTH)));
        context.owner().setTimer(limits.closeWithin().toMillis(), timer -> Sockets.cut(socket));
    }

    @Override
    void readOn() {
        context.runOnContext(now -> inbox.readOn());
    }

    private void ping() {
        if (inbox.paused()) {
            // Reading is paused, so a pong could not arrive.
            unansweredPings = 0;
            return;
        }
        if (unansweredPings == MISSED_PINGS) {
            Sockets.cut(socket);
            return;
        }
        unansweredPings++;
        if (isOpen()) {
            frames.writePing(Buffer.buffer());
        }
    }

    boolean holdsSocket() {
        return Sockets.channel(socket).isOpen();
    }
}
