package io.patchbay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A TCP client: the sending side and the end. {@link TcpReceiver} is the receiving side. TCP has no close codes and reasons. */
final class TcpConnection extends BaseConnection {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final SocketChannel channel;
    private final TcpReceiver inbox;

    TcpConnection(SocketChannel channel, WireLimits limits, ConnectionEventQueue.Step step) {
        super("tcp-" + COUNTER.incrementAndGet(), Sockets.address(channel), limits, step);
        this.channel = channel;
        this.inbox = new TcpReceiver(this, channel, limits, events);
    }

    /**
     * Call it before anything is read. A client that closes its sending side, as a script does after its last line, still gets its
     * answers.
     *
     * @param stranger the line for a client that does not sign in in time
     */
    void serve(Supplier<String> stranger) {
        Future<?> signIn = channel.eventLoop().schedule(() -> endStranger(stranger.get()), limits.signInWithin().toMillis(),
            TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> signIn.cancel(false));
        channel.config().setAllowHalfClosure(true);
        events.offer(new ConnectionEvent.Opened(this));
        channel.pipeline().addLast("inbox", inbox);
    }

    /** One message is one line and must not contain a line feed. JSON without indentation never does. */
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

    /**
     * The end of the stream follows the queued texts. The socket is closed after that, because unread bytes of the client would discard
     * the texts.
     */
    @Override
    void end(int code, String reason) {
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
