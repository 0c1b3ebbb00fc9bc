package io.patchbay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client of lines: the sending side and the end. {@link TcpReceiver} is the receiving side. Close codes and reasons have no place here.
 */
final class TcpConnection extends BaseConnection {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final SocketChannel channel;
    private final TcpReceiver inbox;

    TcpConnection(SocketChannel channel, WireLimits limits, ConnectionEventQueue.Step step) {
        super("tcp-" + COUNTER.incrementAndGet(), String.valueOf(channel.remoteAddress()), limits, step);
        this.channel = channel;
        this.inbox = new TcpReceiver(this, channel, limits, events);
    }

    /** Before anything is read. Who ends the own side, as a script does behind its last line, still waits for the answers. */
    void serve() {
        channel.config().setAllowHalfClosure(true);
        events.offer(new ConnectionEvent.Opened(this));
        channel.pipeline().addLast("inbox", inbox);
    }

    /** One message is one line: it must not have a line end of its own, which JSON written without indentation never has. */
    @Override
    public void send(String text) {
        if (!isOpen()) {
            return;
        }
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a message of several lines cannot be sent as one line");
        }
        int size = ByteBufUtil.utf8Bytes(text) + 1;
        if (!mayQueue(size)) {
            return;
        }
        ByteBuf line = channel.alloc().buffer(size);
        ByteBufUtil.writeUtf8(line, text);
        channel.writeAndFlush(line.writeByte('\n')).addListener(written -> sent(size));
    }

    /** The end of the stream follows what is queued; only then is the socket closed, or the client's unread bytes would take it along. */
    @Override
    public void close(int code, String reason) {
        if (!shut()) {
            return;
        }
        channel.eventLoop().execute(inbox::stop);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> {
            if (channel.isInputShutdown()) {
                channel.close();
            } else {
                channel.shutdownOutput();
            }
        });
        channel.eventLoop().schedule(() -> channel.close(), limits.closeWithin().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    void readOn() {
        if (channel.isRegistered()) {
            channel.eventLoop().execute(inbox::readOn);
        }
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return Optional.empty();
    }
}
