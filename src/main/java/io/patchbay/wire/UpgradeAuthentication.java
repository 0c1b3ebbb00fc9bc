package io.patchbay.wire;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes a request to its door, or answers with the refusal of the {@link UpgradeAuthenticator}. Without an authenticator every request
 * passes.
 */
record UpgradeAuthentication(Optional<UpgradeAuthenticator> authenticator, HttpRequestReader reader) {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** {@code in} runs on the event loop of the request and may still upgrade it. */
    void pass(RoutingContext ctx, Consumer<HttpRequest> in) {
        HttpRequest head;
        try {
            head = read(ctx);
        } catch (UnreadableRequest e) {
            ctx.fail(400);
            return;
        }
        if (authenticator.isEmpty()) {
            in.accept(head);
            return;
        }
        HttpServerRequest request = ctx.request();
        Context loop = ctx.vertx().getOrCreateContext();
        // A request that is read to its end can no longer be upgraded.
        request.pause();
        authenticator.get().admit(head).whenComplete((refusal, error) -> loop.runOnContext(now -> {
            if (error != null) {
                ctx.fail(500, error);
            } else if (refusal.isPresent()) {
                HttpExchanges.write(ctx, refusal.get());
            } else {
                in.accept(head);
            }
            request.resume();
        }));
    }

    private HttpRequest read(RoutingContext ctx) throws UnreadableRequest {
        HttpRequest read = reader.readHead(ctx);
        Map<String, String> query = new HashMap<>(read.query());
        query.remove(LAST_EVENT_ID);
        read.header(LAST_EVENT_ID).ifPresent(last -> query.put(LAST_EVENT_ID, last));
        return new HttpRequest(read.method(), read.path(), query, read.headers(), read.cookies(), read.credentials(), read.bearer(),
            read.remote(), "", read.why(), read.left());
    }

    /** For the doors of this port. */
    static UpgradeAuthentication of(HttpServerPort port, UpgradeAuthenticator authenticator) {
        return new UpgradeAuthentication(Optional.ofNullable(authenticator),
            new HttpRequestReader(port.proxies(), Set.of(LAST_EVENT_ID.toLowerCase(Locale.ROOT))));
    }
}
