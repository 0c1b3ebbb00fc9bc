package io.patchbay.wire;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.CharacterCodingException;

/**
 * The receiving side of one WebSocket. It makes events of frames in their order and runs on the event loop of the socket only. Reading
 * pauses while events wait, so a client that floods fills its own socket and not our memory.
 */
final class WsReceiver {

    private static final int TOO_BIG = 1009;
    private static final int POLICY = BaseConnection.POLICY;
    private static final int ENOUGH_WAITING = 4;
    private static final int BEGINNING = 4096;
    private static final long NO_TIMER = -1;

    private final WsConnection connection;
    private final ServerWebSocket socket;
    private final Context context;
    private final WireLimits limits;
    private final ConnectionEventQueue events;
    private Buffer message;
    private boolean binary;
    private boolean tooLong;
    private boolean paused;
    private boolean draining;
    private boolean over;
    private long deadline = NO_TIMER;

    WsReceiver(WsConnection connection, ServerWebSocket socket, Context context, WireLimits limits, ConnectionEventQueue events) {
        this.connection = connection;
        this.socket = socket;
        this.context = context;
        this.limits = limits;
        this.events = events;
    }

    void frame(WebSocketFrame frame) {
        boolean first = frame.isText() || frame.isBinary();
        if (over || !connection.isOpen() || !(first || frame.isContinuation())) {
            return;
        }
        if (first) {
            message = Buffer.buffer();
            tooLong = false;
            binary = frame.isBinary();
        }
        take(frame.binaryData());
        if (frame.isFinal()) {
            finished();
        } else if (first) {
            deadline = context.owner().setTimer(limits.unfinishedAfter().toMillis(), timer -> end(POLICY));
        }
    }

    /** Of a message that is too long, only the beginning is kept. The framing is intact, so the connection continues. */
    private void take(Buffer bytes) {
        tooLong |= message.length() + bytes.length() > limits.messageBytes();
        if (!tooLong) {
            message.appendBuffer(bytes);
        } else if (message.length() < BEGINNING) {
            message.appendBuffer(bytes.slice(0, Math.min(bytes.length(), BEGINNING - message.length())));
        }
    }

    /** The decoder has lost the framing. */
    void broken(int code) {
        drain(() -> end(code));
    }

    /** Runs {@code then} after the frames that the paused socket holds back. */
    void drain(Runnable then) {
        draining = true;
        socket.resume();
        context.runOnContext(drained -> then.run());
    }

    void readOn() {
        if (paused && !over) {
            paused = false;
            socket.resume();
        }
    }

    boolean paused() {
        return paused;
    }

    void stop() {
        over = true;
        context.owner().cancelTimer(deadline);
    }

    private void finished() {
        context.owner().cancelTimer(deadline);
        ConnectionEvent event = event();
        message = null;
        if (events.offer(event) >= ENOUGH_WAITING && !draining) {
            paused = true;
            socket.pause();
        }
    }

    private ConnectionEvent event() {
        if (tooLong) {
            String beginning = message.getString(0, Math.min(message.length(), BEGINNING));
            return new ConnectionEvent.Unreadable(connection, why(TOO_BIG), binary ? "" : beginning);
        }
        if (binary) {
            return new ConnectionEvent.Unreadable(connection, "Send text frames. Binary frames are not supported.");
        }
        try {
            return new ConnectionEvent.Frame(connection, Utf8.decode(message.getBytes()));
        } catch (CharacterCodingException e) {
            return new ConnectionEvent.Unreadable(connection, "The message is not UTF-8.");
        }
    }

    /** Sends the reason in the dialect of the client and closes the connection. Later data has no effect. */
    private void end(int code) {
        if (over || !connection.isOpen()) {
            return;
        }
        stop();
        String why = why(code);
        events.offer(new ConnectionEvent.Unreadable(connection, why), () -> connection.close(code, why));
    }

    private String why(int code) {
        return switch (code) {
            case TOO_BIG -> "The message is longer than " + limits.messageBytes() + " bytes.";
            case POLICY -> "A message must be complete within " + limits.unfinishedAfter().toMillis() + " ms.";
            default -> "The bytes are not valid WebSocket frames.";
        };
    }
}
