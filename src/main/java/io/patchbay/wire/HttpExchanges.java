package io.patchbay.wire;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/**
 * Makes an exchange of each request of one door, with the {@link HttpRequest} as body, and writes the {@link HttpResponse} in its last
 * body. A thread runs the steps of the route. No thread waits for a request whose step has not completed.
 */
record HttpExchanges(DefaultConsumer consumer, ExecutorService threads, HttpRequestReader reader) implements Handler<RoutingContext> {
    /** The property of an exchange with the address of the client, for the log. */
    static final String ADDRESS = "address";
    /** The property of an exchange that a route has logged. */
    private static final String LOGGED = "logged";

    @Override
    public void handle(RoutingContext ctx) {
        CompletableFuture<Void> left = new CompletableFuture<>();
        ctx.response().closeHandler(closed -> left.complete(null));
        ctx.response().exceptionHandler(lost -> left.complete(null));
        HttpRequest request = reader.read(ctx, left);
        Context loop = ctx.vertx().getOrCreateContext();
        try {
            threads.execute(() -> process(ctx, loop, request));
        } catch (RejectedExecutionException stopping) {
            ctx.fail(503);
        }
    }

    private void process(RoutingContext ctx, Context loop, HttpRequest request) {
        Exchange exchange = consumer.createExchange(false);
        exchange.getIn().setBody(request);
        exchange.setProperty(ADDRESS, request.remote());
        consumer.getAsyncProcessor().process(exchange, sync -> {
            Throwable error = exchange.getException();
            Object body = exchange.getMessage().getBody();
            if (exchange.getProperty(LOGGED) != null) {
                RequestLines.logged(ctx);
            }
            consumer.releaseExchange(exchange, false);
            loop.runOnContext(now -> finish(ctx, error, body));
        });
    }

    private void finish(RoutingContext ctx, Throwable error, Object body) {
        if (ctx.response().closed() || ctx.response().ended()) {
            return;
        }
        if (error != null) {
            ctx.fail(500, error);
        } else if (body instanceof HttpResponse response) {
            write(ctx, response);
        } else {
            ctx.fail(500, new IllegalStateException("Route " + consumer.getRouteId() + " left no HttpResponse in the body"));
        }
    }

    /** On the event loop. HEAD gets the headers of the response and no body. */
    static void write(RoutingContext ctx, HttpResponse response) {
        HttpServerResponse out = ctx.response().setStatusCode(response.status());
        response.headers().forEach(header -> out.headers().add(header.name(), header.value()));
        Buffer body = Buffer.buffer(response.body());
        out.putHeader("Content-Type", response.contentType());
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            out.putHeader("Content-Length", String.valueOf(body.length())).end();
        } else {
            out.end(body);
        }
    }
}
