package io.patchbay.wire;

import io.netty.buffer.ByteBufUtil;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A client of server-sent events: a response that does not end. */
final class SseConnection implements Guest {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final String id = "sse-" + COUNTER.incrementAndGet();
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final String remote;
    private final Optional<BasicCredentials> credentials;
    private final Map<String, String> query;
    private final WireLimits limits;
    private final Context context = Vertx.currentContext();
    private final SignalLane lane;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** On the event loop of the request. */
    SseConnection(RoutingContext ctx, HttpAsk ask, WireLimits limits, SignalLane.Step step) {
        this.request = ctx.request();
        this.response = ctx.response();
        this.remote = String.valueOf(request.remoteAddress());
        this.credentials = ask.credentials();
        this.query = ask.query();
        this.limits = limits;
        this.lane = new SignalLane(step, () -> { });
    }

    /** On the event loop of the request. */
    void serve(Duration commentEvery) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-cache")
            .putHeader("Connection", "close");
        long comments = context.owner().setPeriodic(commentEvery.toMillis(), timer -> send(":\n\n"));
        response.closeHandler(end -> {
            context.owner().cancelTimer(comments);
            shut();
        });
        response.exceptionHandler(lost -> shut());
        send(":\n\n");
        lane.offer(new Signal.Opened(this));
    }

    @Override
    public void send(String text) {
        if (!open.get()) {
            return;
        }
        int size = ByteBufUtil.utf8Bytes(text);
        if (queuedBytes.addAndGet(size) > limits.queueBytes()) {
            shut();
            // An orderly end would wait behind what the client does not read.
            Sockets.cut(request.connection());
            return;
        }
        try {
            response.write(text).onComplete(written -> queuedBytes.addAndGet(-size));
        } catch (IllegalStateException closedMeanwhile) {
            queuedBytes.addAndGet(-size);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!shut()) {
            return;
        }
        context.runOnContext(now -> response.end().onComplete(ended -> request.connection().close()));
        context.owner().setTimer(limits.closeWithin().toMillis(), timer -> Sockets.cut(request.connection()));
    }

    /** The one transition to closed; true for whoever made it. */
    private boolean shut() {
        boolean first = open.compareAndSet(true, false);
        if (first) {
            lane.offer(new Signal.Closed(this), () -> over.complete(null));
        }
        return first;
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
        return credentials;
    }

    @Override
    public Map<String, String> query() {
        return query;
    }

    @Override
    public boolean isBusy() {
        return queuedBytes.get() > limits.queueBytes() / BUSY_SHARE;
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
