package io.patchbay.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;

/** The connections of the HTTP port: their number, the time to their first request, and dead peers. */
final class HttpConnections implements AutoCloseable {
    private static final AttributeKey<Boolean> OVER_LIMIT = AttributeKey.valueOf("patchbay-over-limit");
    private static final AttributeKey<Boolean> ASKED = AttributeKey.valueOf("patchbay-asked");

    private final Vertx vertx;
    private final WireLimits limits;
    private final ConnectionLimiter limiter;
    private final DeadPeers deadPeers;

    HttpConnections(Vertx vertx, WireLimits limits, ConnectionLimiter limiter) {
        this.vertx = vertx;
        this.limits = limits;
        this.limiter = limiter;
        this.deadPeers = new DeadPeers(new PeerProbes(limits.pingEvery()));
    }

    /** A connection above the limit gets an answer to its first request, and is closed soon in any case. */
    void opened(HttpConnection connection) {
        Channel channel = Sockets.channel(connection);
        deadPeers.watch(channel);
        if (limiter.take(channel)) {
            long first = vertx.setTimer(limits.signInWithin().toMillis(), id -> cutSilent(channel));
            channel.closeFuture().addListener(closed -> vertx.cancelTimer(first));
        } else {
            channel.attr(OVER_LIMIT).set(true);
            vertx.setTimer(limits.closeWithin().toMillis(), id -> Sockets.cut(connection));
        }
    }

    private static void cutSilent(Channel channel) {
        if (!channel.hasAttr(ASKED)) {
            Sockets.cut(channel);
        }
    }

    /** For the head of each request. */
    void asked(RoutingContext ctx) {
        Sockets.channel(ctx.request().connection()).attr(ASKED).set(true);
        ctx.next();
    }

    void withinLimit(RoutingContext ctx) {
        if (Sockets.channel(ctx.request().connection()).hasAttr(OVER_LIMIT)) {
            ctx.response().putHeader("Connection", "close");
            ctx.put(PortErrors.SENTENCE, ConnectionLimiter.FULL).fail(503);
        } else {
            ctx.next();
        }
    }

    void measure(MeterRegistry registry, String port) {
        limiter.measure(registry, port);
    }

    @Override
    public void close() {
        deadPeers.close();
    }
}
