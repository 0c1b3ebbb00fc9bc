package io.patchbay.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;

/**
 * Makes a door of lines of a {@code netty:tcp:} endpoint: UTF-8, one message a line. Each {@link ConnectionEvent} of a client is one
 * exchange, and answers go through its {@link ClientConnection}. For one route, whose endpoint names this bean as {@code
 * serverInitializerFactory}.
 */
public final class TcpLines extends ServerInitializerFactory implements AutoCloseable {

    private final WireLimits limits;
    private final BooleanSupplier open;
    private final ConnectionLimiter limiter;
    private final String path;
    private final ConnectionRegistry clients = new ConnectionRegistry();
    private final ChannelGroup channels = new DefaultChannelGroup("tcp-lines", ImmediateEventExecutor.INSTANCE);
    private volatile ConnectionEventThreads threads;
    private volatile String full = ConnectionLimiter.FULL;
    private volatile String stranger;
    private volatile String unable = ConnectionRegistry.UNABLE;
    private volatile DeadPeers deadPeers;

    /**
     * @param open while it is false, every new connection is refused
     * @param limit of all connections
     * @param addressLimit of connections from one address
     * @param path of the HTTP port; its renderer also renders the refusals of a connection
     */
    public TcpLines(WireLimits limits, BooleanSupplier open, int limit, int addressLimit, String path) {
        this.limits = limits;
        this.open = open;
        this.limiter = new ConnectionLimiter(limit, addressLimit);
        this.path = path;
        this.stranger = limits.signInSentence();
    }

    /** Renders refusals of a connection in the format of its door. */
    public void useErrorRenderers(Collection<ErrorRenderer> doors) {
        doors.stream().filter(renderer -> renderer.renders(path)).findFirst()
            .ifPresent(renderer -> {
                full = renderer.refused(503, ConnectionLimiter.FULL).body();
                unable = renderer.refused(503, ConnectionRegistry.UNABLE).body();
                stranger = renderer.refused(401, limits.signInSentence()).body();
            });
    }

    /** Registers metrics of open and refused connections. */
    public void measure(MeterRegistry registry) {
        limiter.measure(registry, "tcp" + path);
    }

    @Override
    public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
        consumer.getConfiguration().setChannelGroup(channels);
        try {
            threads = new ConnectionEventThreads(consumer, "door-tcp", limits.threads());
            deadPeers = new DeadPeers(new PeerProbes(limits.pingEvery()));
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return this;
    }

    @Override
    protected void initChannel(Channel channel) {
        channels.add(channel);
        if (!limiter.take(channel)) {
            refuse((SocketChannel) channel, full);
            return;
        }
        if (!open.getAsBoolean()) {
            refuse((SocketChannel) channel, unable);
            return;
        }
        new PeerProbes(limits.pingEvery()).applyTo(channel);
        deadPeers.watch(channel);
        TcpConnection client = new TcpConnection((SocketChannel) channel, limits, threads);
        clients.add(client);
        client.serve(() -> stranger);
    }

    /** Sends the reason in one line. Incoming data is dropped meanwhile, because unread data would discard the line. */
    private void refuse(SocketChannel channel, String reason) {
        channel.writeAndFlush(Unpooled.copiedBuffer(reason + "\n", StandardCharsets.UTF_8)).addListener(sent -> channel.shutdownOutput());
        channel.eventLoop().schedule(() -> channel.close(), limits.closeWithin().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes every connection after its queued texts. Does not wait. */
    public void closeClients() {
        clients.sendAway();
    }

    /** The real port, also if 0 was configured. Valid after the start of the route. */
    public int port() {
        return address().getPort();
    }

    /** Where it listens. Valid after the start of the route. */
    public InetSocketAddress address() {
        return channels.stream().filter(ServerChannel.class::isInstance).findFirst()
            .map(listening -> (InetSocketAddress) listening.localAddress())
            .orElseThrow(() -> new IllegalStateException("no route listens for lines"));
    }

    /** Closes all connections. Call it while the route still runs, so the door handles each end. */
    @Override
    public void close() {
        try {
            clients.drain("tcp", limits.closeWithin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (deadPeers != null) {
            deadPeers.close();
        }
    }
}
