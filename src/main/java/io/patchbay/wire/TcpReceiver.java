package io.patchbay.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving side of one TCP client. It makes events of lines in their order and runs on the event loop of the channel only. Reading
 * pauses while events wait, so a client that floods fills its own socket and not our memory.
 */
final class TcpReceiver extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(TcpReceiver.class);
    private static final int ENDED = 1000;
    private static final int BROKEN = 1009;
    private static final int POLICY = BaseConnection.POLICY;
    private static final int ENOUGH_WAITING = 4;

    private final TcpConnection connection;
    private final Channel channel;
    private final WireLimits limits;
    private final ConnectionEventQueue events;
    private final Line line;
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;
    private boolean paused;
    private boolean draining;
    private boolean over;
    private Future<?> deadline;

    TcpReceiver(TcpConnection connection, Channel channel, WireLimits limits, ConnectionEventQueue events) {
        this.connection = connection;
        this.channel = channel;
        this.limits = limits;
        this.events = events;
        this.line = new Line(limits.messageBytes());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        unread = unread.isReadable() ? Unpooled.wrappedBuffer(unread, (ByteBuf) bytes) : (ByteBuf) bytes;
        work();
    }

    /** The client has closed its sending side. It gets its answers, then the connection is closed. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            draining = true;
            work();
            over = true;
            forgetDeadline();
            events.then(() -> connection.close(ENDED, "The client ended."));
        }
    }

    /** The last messages of the client are handled before its end. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        draining = true;
        work();
        stop();
        connection.shut();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.atError().setCause(cause).addKeyValue("session", connection.id()).log("A client's bytes could not be read");
        }
        ctx.close();
    }

    void readOn() {
        if (paused && !over) {
            paused = false;
            work();
            channel.config().setAutoRead(!paused);
        }
    }

    /** All later data is read and dropped until the client has closed, too. */
    void stop() {
        over = true;
        forgetDeadline();
        work();
        channel.config().setAutoRead(true);
    }

    private void work() {
        while (!over && unread.isReadable() && (!paused || draining)) {
            int end = unread.bytesBefore((byte) '\n');
            line.take(unread.readSlice(end < 0 ? unread.readableBytes() : end));
            if (end >= 0) {
                unread.skipBytes(1);
                finished();
            } else if (line.length() > limits.frameBytes()) {
                end(BROKEN, "The line is longer than " + limits.frameBytes() + " bytes.", line.beginning());
            }
        }
        if (over || !unread.isReadable()) {
            unread.release();
            unread = Unpooled.EMPTY_BUFFER;
        }
        watch();
    }

    private void finished() {
        forgetDeadline();
        ConnectionEvent event = line.event(connection);
        if (events.offer(event) >= ENOUGH_WAITING && !draining) {
            paused = true;
            channel.config().setAutoRead(false);
        }
    }

    /** An incomplete line has a deadline. The deadline does not run while we do not read. */
    private void watch() {
        if (over || paused || line.length() == 0) {
            forgetDeadline();
        } else if (deadline == null) {
            long patience = limits.unfinishedAfter().toMillis();
            deadline = channel.eventLoop().schedule(() -> end(POLICY, "A line must be complete within " + patience + " ms.",
                line.beginning()), patience, TimeUnit.MILLISECONDS);
        }
    }

    private void forgetDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Sends the reason in the dialect of the client and closes the connection. Later data has no effect. */
    private void end(int code, String why, String beginning) {
        if (!over) {
            over = true;
            events.offer(new ConnectionEvent.Unreadable(connection, why, beginning), () -> connection.close(code, why));
        }
    }
}
