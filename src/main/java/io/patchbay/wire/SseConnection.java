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
import java.util.concurrent.atomic.AtomicLong;

/** A client of server-sent events: a response that does not end. */
final class SseConnection extends LaneGuest {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Optional<BasicCredentials> credentials;
    private final Optional<BearerToken> bearer;
    private final Map<String, String> query;
    private final Context context = Vertx.currentContext();

    /** On the event loop of the request. */
    SseConnection(RoutingContext ctx, HttpAsk ask, WireLimits limits, SignalLane.Step step) {
        super("sse-" + COUNTER.incrementAndGet(), String.valueOf(ctx.request().remoteAddress()), limits, step);
        this.request = ctx.request();
        this.response = ctx.response();
        this.credentials = ask.credentials();
        this.bearer = ask.bearer();
        this.query = ask.query();
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
        if (!isOpen()) {
            return;
        }
        int size = ByteBufUtil.utf8Bytes(text);
        if (!mayQueue(size)) {
            return;
        }
        try {
            response.write(text).onComplete(written -> sent(size));
        } catch (IllegalStateException closedMeanwhile) {
            sent(size);
        }
    }

    /** An orderly end would wait behind what the client does not read. */
    @Override
    void cutSlow() {
        shut();
        Sockets.cut(request.connection());
    }

    @Override
    public void close(int code, String reason) {
        if (!shut()) {
            return;
        }
        context.runOnContext(now -> response.end().onComplete(ended -> request.connection().close()));
        context.owner().setTimer(limits.closeWithin().toMillis(), timer -> Sockets.cut(request.connection()));
    }

    /** Nothing is read from such a client. */
    @Override
    void readOn() {
    }

    @Override
    public Optional<BasicCredentials> credentials() {
        return credentials;
    }

    @Override
    public Optional<BearerToken> bearer() {
        return bearer;
    }

    @Override
    public Map<String, String> query() {
        return query;
    }
}
