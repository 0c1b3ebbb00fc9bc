package io.patchbay.wire;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A client of server-sent events: a response without an end. */
final class SseConnection extends HttpBaseConnection {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final HttpServerResponse response;
    private final Map<String, String> query;

    /** On the event loop of the request. */
    SseConnection(RoutingContext ctx, HttpRequest request, WireLimits limits, ConnectionEventQueue.Step step) {
        super("sse-" + COUNTER.incrementAndGet(), ctx.request(), request, limits, step);
        this.response = ctx.response();
        this.query = request.query();
    }

    /** The headers of a stream. Caches must not keep it, and nginx must not collect it before it sends it on. */
    static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-cache")
            .putHeader("X-Accel-Buffering", "no");
    }

    /** On the event loop of the request. */
    void serve(Duration commentEvery) {
        head(response).setChunked(true).putHeader("Connection", "close");
        long comments = context.owner().setPeriodic(commentEvery.toMillis(), timer -> send(":\n\n"));
        response.closeHandler(end -> {
            context.owner().cancelTimer(comments);
            shut();
        });
        response.exceptionHandler(lost -> shut());
        send(":\n\n");
        events.offer(new ConnectionEvent.Opened(this));
    }

    @Override
    Future<Void> write(String text) {
        return response.write(text);
    }

    /** An orderly end would wait until the client has read all data. */
    @Override
    void cutSlow() {
        shut();
        Sockets.cut(socket);
    }

    @Override
    void end(int code, String reason) {
        if (!shut()) {
            return;
        }
        context.runOnContext(now -> response.end().onComplete(ended -> socket.close()));
        context.owner().setTimer(limits.closeWithin().toMillis(), timer -> Sockets.cut(socket));
    }

    /** Such a client sends nothing. */
    @Override
    void readOn() {
    }

    @Override
    public Map<String, String> query() {
        return query;
    }
}
