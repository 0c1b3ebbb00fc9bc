package io.patchbay.wire;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the connections of one port whose peers acknowledge nothing ({@link PeerProbes}). A stopped process whose kernel still acknowledges
 * is not dead. Thread-safe.
 */
final class DeadPeers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadPeers.class);

    private final Set<Channel> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dead-peers");
        thread.setDaemon(true);
        return thread;
    });
    private final UnansweredSince<Channel> since;

    DeadPeers(PeerProbes probes) {
        since = new UnansweredSince<>(probes.unanswered().toNanos());
        long look = probes.look().toNanos();
        clock.scheduleWithFixedDelay(this::look, look, look, TimeUnit.NANOSECONDS);
    }

    /** Until it is closed. */
    void watch(Channel channel) {
        watched.add(channel);
        channel.closeFuture().addListener(closed -> watched.remove(channel));
    }

    private void look() {
        if (watched.isEmpty()) {
            return;
        }
        try {
            Map<UnansweredSockets.Ends, Channel> open = watched.stream().filter(Channel::isActive)
                .collect(Collectors.toMap(DeadPeers::ends, channel -> channel, (one, other) -> one));
            Set<Channel> waiting = UnansweredSockets.read().stream().map(open::get).filter(channel -> channel != null)
                .collect(Collectors.toSet());
            since.tooLong(waiting, System.nanoTime()).forEach(DeadPeers::end);
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().addKeyValue("reason", e.toString()).log("The sockets of this process cannot be read");
        }
    }

    private static UnansweredSockets.Ends ends(Channel channel) {
        return new UnansweredSockets.Ends((InetSocketAddress) channel.localAddress(), (InetSocketAddress) channel.remoteAddress());
    }

    private static void end(Channel channel) {
        LOG.atInfo().addKeyValue("address", Sockets.address(channel)).log("A peer acknowledges nothing, so its connection ends");
        Sockets.cut(channel);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
