package io.patchbay.wire;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts the open connections of one port and limits them. Thread-safe. */
public final class ConnectionLimiter {
    static final String FULL = "The gateway has too many connections. Try again later.";

    private final int limit;
    private final int addressLimit;
    private final Map<Object, Integer> byAddress = new HashMap<>();
    private int taken;
    private long refused;

    /**
     * @param limit of all connections
     * @param addressLimit of connections from one address; all clients behind a proxy have one address
     */
    public ConnectionLimiter(int limit, int addressLimit) {
        this.limit = limit;
        this.addressLimit = addressLimit;
    }

    static ConnectionLimiter unlimited() {
        return new ConnectionLimiter(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Takes one more connection until it is closed. Returns false at the limit. */
    synchronized boolean take(Channel channel) {
        Object address = channel.remoteAddress() instanceof InetSocketAddress from ? from.getAddress() : "";
        if (taken >= limit || byAddress.getOrDefault(address, 0) >= addressLimit) {
            refused++;
            return false;
        }
        taken++;
        byAddress.merge(address, 1, Integer::sum);
        channel.closeFuture().addListener(closed -> leave(address));
        return true;
    }

    private synchronized void leave(Object address) {
        taken--;
        byAddress.computeIfPresent(address, (from, count) -> count == 1 ? null : count - 1);
    }

    private synchronized int taken() {
        return taken;
    }

    private synchronized long refused() {
        return refused;
    }

    void measure(MeterRegistry registry, String port) {
        Gauge.builder("patchbay.connections.open", this, ConnectionLimiter::taken).tag("port", port)
            .description("Connections of the port").register(registry);
        FunctionCounter.builder("patchbay.connections.refused", this, ConnectionLimiter::refused).tag("port", port)
            .description("Connections refused because there were too many").register(registry);
    }
}
