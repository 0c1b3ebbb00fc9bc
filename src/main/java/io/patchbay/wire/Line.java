package io.patchbay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One incoming line without its line feed. Of a line that is too long, only the beginning is kept. */
final class Line {

    private static final int BEGINNING = 4096;
    private static final int USUAL = 512;

    private final int limit;
    private ByteBuf kept = Unpooled.buffer(USUAL);
    private long length;

    /** @param limit longest message in bytes, without a carriage return at its end */
    Line(int limit) {
        this.limit = limit;
    }

    void take(ByteBuf bytes) {
        length += bytes.readableBytes();
        if (length <= limit + 1L) {
            kept.writeBytes(bytes);
        } else if (kept.readableBytes() < BEGINNING) {
            kept.writeBytes(bytes, Math.min(bytes.readableBytes(), BEGINNING - kept.readableBytes()));
        }
    }

    /** The number of bytes until now. */
    long length() {
        return length;
    }

    String beginning() {
        return kept.toString(0, Math.min(kept.readableBytes(), BEGINNING), StandardCharsets.UTF_8);
    }

    /** The event for the complete line. The next line begins. */
    ConnectionEvent event(ClientConnection connection) {
        ConnectionEvent event = whole(connection);
        kept = Unpooled.buffer(USUAL);
        length = 0;
        return event;
    }

    private ConnectionEvent whole(ClientConnection connection) {
        boolean returned = length > 0 && length <= limit + 1L && kept.getByte(kept.readableBytes() - 1) == '\r';
        int size = kept.readableBytes() - (returned ? 1 : 0);
        if (length > limit + 1L || size > limit) {
            return new ConnectionEvent.Unreadable(connection, "The message is longer than " + limit + " bytes.", beginning());
        }
        byte[] bytes = new byte[size];
        kept.getBytes(0, bytes);
        try {
            return new ConnectionEvent.Frame(connection, Utf8.decode(bytes));
        } catch (CharacterCodingException e) {
            return new ConnectionEvent.Unreadable(connection, "The message is not UTF-8.");
        }
    }
}
