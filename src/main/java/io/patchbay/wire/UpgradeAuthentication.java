package io.patchbay.wire;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a request through to its door, or answers what the door's {@link UpgradeAuthenticator} says. Without one everybody comes in. */
record UpgradeAuthentication(Optional<UpgradeAuthenticator> admission) {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** {@code in} runs on the event loop of the request, which it may still upgrade. */
    void pass(RoutingContext ctx, Consumer<HttpRequest> in) {
        HttpRequest ask;
        try {
            ask = ask(ctx);
        } catch (UnreadableRequest e) {
            ctx.fail(400);
            return;
        }
        if (admission.isEmpty()) {
            in.accept(ask);
            return;
        }
        HttpServerRequest request = ctx.request();
        Context loop = ctx.vertx().getOrCreateContext();
        // Read to its end, a request can no longer be upgraded.
        request.pause();
        admission.get().admit(ask).whenComplete((refusal, error) -> loop.runOnContext(now -> {
            if (error != null) {
                ctx.fail(500, error);
            } else if (refusal.isPresent()) {
                answer(ctx.response(), refusal.get());
            } else {
                in.accept(ask);
            }
            request.resume();
        }));
    }

    private static HttpRequest ask(RoutingContext ctx) throws UnreadableRequest {
        HttpServerRequest request = ctx.request();
        Map<String, String> query = new HashMap<>(HttpIngress.query(request.uri()));
        query.remove(LAST_EVENT_ID);
        Optional.ofNullable(request.getHeader(LAST_EVENT_ID)).ifPresent(last -> query.put(LAST_EVENT_ID, last));
        return new HttpRequest(request.method().name(), ctx.normalizedPath(), query,
            BasicCredentials.parse(request.getHeader("Authorization")), BearerToken.parse(request.getHeader("Authorization")), "");
    }

    private static void answer(HttpServerResponse response, HttpResponse answer) {
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status()).putHeader("Content-Type", answer.contentType()).end(answer.body());
    }
}
