package io.patchbay.wire;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Begins a stream of server-sent events. An upgrade on the same path goes to the next handler. */
record SseOpening(UpgradeAuthentication authentication, Duration commentEvery, WireLimits limits, ConnectionEventQueue.Step step,
        ConnectionRegistry clients)
    implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            ctx.next();
        } else if (!isTaken(request.getHeader("Accept"))) {
            ctx.fail(406);
        } else {
            authentication.pass(ctx, wanted -> {
                if (request.method().equals(HttpMethod.HEAD)) {
                    SseConnection.head(ctx.response()).end();
                } else {
                    serve(ctx, wanted);
                }
            });
        }
    }

    private static boolean isTaken(String accept) {
        return accept == null || Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",")).map(range -> range.split(";")[0].strip())
            .anyMatch(Set.of("text/event-stream", "text/*", "*/*")::contains);
    }

    private void serve(RoutingContext ctx, HttpRequest wanted) {
        SseConnection client = new SseConnection(ctx, wanted, limits, step);
        clients.add(client);
        client.serve(commentEvery);
    }
}
