package io.patchbay.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * The times in which a dead peer of a TCP connection is found: with pings of a WebSocket every 25 s after 75 s, here within 75 s too. The
 * kernel probes an idle connection: after 25 s, then four times every 10 s. While data waits for its acknowledgement the kernel does
 * not probe, but repeats the data for many minutes, so {@link DeadPeers} looks every 5 s and ends a connection after 40 s without one.
 *
 * @param every interval of pings on a WebSocket
 */
record PeerProbes(Duration every) {
    private static final int PROBES = 4;

    int idleSeconds() {
        return seconds(every);
    }

    int intervalSeconds() {
        return seconds(every.multipliedBy(2).dividedBy(5));
    }

    /** The longest time without an acknowledgement while something waits for one. */
    Duration unanswered() {
        return every.multipliedBy(8).dividedBy(5);
    }

    Duration look() {
        return every.dividedBy(5);
    }

    /** Options that the platform does not have keep the times of its kernel. */
    void applyTo(Channel channel) {
        channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idleSeconds());
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), intervalSeconds());
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), PROBES);
    }

    private static int seconds(Duration time) {
        return (int) Math.max(1, time.toSeconds());
    }
}
