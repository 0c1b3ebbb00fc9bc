package io.patchbay.wire;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;

/**
 * Makes a {@code netty:tcp:} endpoint a door of lines: UTF-8, one message a line, each {@link Signal} of a client one exchange, answers
 * through its {@link Connection}. For one route; its endpoint names this bean as {@code serverInitializerFactory}.
 */
public final class TcpLines extends ServerInitializerFactory implements AutoCloseable {

    private final WireLimits limits;
    private final BooleanSupplier open;
    private final Guests clients = new Guests();
    private final ChannelGroup channels = new DefaultChannelGroup("tcp-lines", ImmediateEventExecutor.INSTANCE);
    private volatile SignalThreads threads;

    /** @param open until it says true, whoever connects is sent away */
    public TcpLines(WireLimits limits, BooleanSupplier open) {
        this.limits = limits;
        this.open = open;
    }

    @Override
    public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
        consumer.getConfiguration().setChannelGroup(channels);
        try {
            threads = new SignalThreads(consumer, "door-tcp", limits.threads());
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return this;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!open.getAsBoolean()) {
            channel.close();
            return;
        }
        channels.add(channel);
        TcpConnection client = new TcpConnection((SocketChannel) channel, limits, threads);
        clients.add(client);
        client.serve();
    }

    /** The real port, also when 0 was asked for. Only after the route has started. */
    public int port() {
        return channels.stream().filter(ServerChannel.class::isInstance).findFirst()
            .map(listening -> ((InetSocketAddress) listening.localAddress()).getPort())
            .orElseThrow(() -> new IllegalStateException("no route listens for lines"));
    }

    /** Closes every client's connection; to be called while the route still runs, so that the door handles their end. */
    @Override
    public void close() {
        try {
            clients.sayGoodbye("tcp", limits.closeWithin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
