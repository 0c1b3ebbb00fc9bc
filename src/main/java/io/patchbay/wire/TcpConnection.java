package io.patchbay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A client of lines: the sending side and the end. {@link TcpInbox} is the receiving side. Close codes and reasons have no place here. */
final class TcpConnection implements Guest {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final String id = "tcp-" + COUNTER.incrementAndGet();
    private final SocketChannel channel;
    private final String remote;
    private final WireLimits limits;
    private final SignalLane lane;
    private final TcpInbox inbox;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    TcpConnection(SocketChannel channel, WireLimits limits, SignalLane.Step step) {
        this.channel = channel;
        this.remote = String.valueOf(channel.remoteAddress());
        this.limits = limits;
        this.lane = new SignalLane(step, this::readOn);
        this.inbox = new TcpInbox(this, channel, limits, lane);
    }

    /** Before anything is read. */
    void serve() {
        lane.offer(new Signal.Opened(this));
        channel.pipeline().addLast("inbox", inbox);
    }

    /** One message is one line: it must not have a line end of its own, which JSON written without indentation never has. */
    @Override
    public void send(String text) {
        if (!open.get()) {
            return;
        }
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a message of several lines cannot be sent as one line");
        }
        int size = ByteBufUtil.utf8Bytes(text) + 1;
        if (queuedBytes.addAndGet(size) > limits.queueBytes()) {
            close(TOO_SLOW, "The client reads too slowly");
            return;
        }
        ByteBuf line = channel.alloc().buffer(size);
        ByteBufUtil.writeUtf8(line, text);
        channel.writeAndFlush(line.writeByte('\n')).addListener(written -> queuedBytes.addAndGet(-size));
    }

    /** The end of the stream follows what is queued; only then is the socket closed, or the client's unread bytes would take it along. */
    @Override
    public void close(int code, String reason) {
        if (!shut()) {
            return;
        }
        channel.eventLoop().execute(inbox::stop);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> channel.shutdownOutput());
        channel.eventLoop().schedule(() -> channel.close(), limits.closeWithin().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The one transition to closed; true for whoever made it. */
    boolean shut() {
        boolean first = open.compareAndSet(true, false);
        if (first) {
            lane.offer(new Signal.Closed(this), () -> over.complete(null));
        }
        return first;
    }

    private void readOn() {
        if (channel.isRegistered()) {
            channel.eventLoop().execute(inbox::readOn);
        }
    }

    @Override
    public CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remote() {
        return remote;
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return Optional.empty();
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public String toString() {
        return id;
    }
}
