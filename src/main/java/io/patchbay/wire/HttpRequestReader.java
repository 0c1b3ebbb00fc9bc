package io.patchbay.wire;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes an {@link HttpRequest} of an arrived request. Only the headers that a door names go further. Another header or query parameter
 * could become a header of the exchange and steer a Camel component (CVE-2026-49098: the Kafka topic).
 *
 * @param headers the names of the headers for the door, in lower case
 */
record HttpRequestReader(TrustedProxies proxies, Set<String> headers) {

    /** Runs on the event loop, after the body has arrived. An unreadable request has a reason. */
    HttpRequest read(RoutingContext ctx, CompletionStage<Void> left) {
        try {
            Buffer body = ctx.body() == null ? null : ctx.body().buffer();
            String text = body == null ? "" : text(body.getBytes());
            HttpRequest request = request(ctx, query(ctx.request().uri()), text, Optional.empty(), left);
            request.segments();
            return request;
        } catch (UnreadableRequest e) {
            return request(ctx, Map.of(), "", Optional.of(e.getMessage()), left);
        } catch (IllegalArgumentException e) {
            return request(ctx, Map.of(), "", Optional.of("The path is not percent-encoded UTF-8."), left);
        }
    }

    /** Reads a request without its body: a stream, or an upgrade. */
    HttpRequest readHead(RoutingContext ctx) throws UnreadableRequest {
        return request(ctx, query(ctx.request().uri()), "", Optional.empty(), new CompletableFuture<>());
    }

    private HttpRequest request(RoutingContext ctx, Map<String, String> query, String body, Optional<String> why,
                                CompletionStage<Void> left) {
        HttpServerRequest request = ctx.request();
        String authorization = request.getHeader("Authorization");
        String method = request.method().equals(HttpMethod.HEAD) ? "GET" : request.method().name();
        return new HttpRequest(method, ctx.normalizedPath(), query, named(ctx), cookies(request),
            BasicCredentials.parse(authorization), BearerToken.parse(authorization), proxies.client(request), body, why, left);
    }

    private Map<String, String> named(RoutingContext ctx) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : headers) {
            Optional.ofNullable(name.equals("content-type") ? HttpServerPort.contentType(ctx) : ctx.request().getHeader(name))
                .ifPresent(value -> found.put(name.toLowerCase(Locale.ROOT), value));
        }
        return found;
    }

    private static Map<String, String> cookies(HttpServerRequest request) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Cookie cookie : request.cookies()) {
            all.putIfAbsent(cookie.getName(), cookie.getValue());
        }
        return all;
    }

    private static String text(byte[] body) throws UnreadableRequest {
        try {
            return Utf8.decode(body);
        } catch (CharacterCodingException e) {
            throw new UnreadableRequest("The body is not UTF-8.");
        }
    }

    private static Map<String, String> query(String uri) throws UnreadableRequest {
        try {
            Map<String, String> first = new LinkedHashMap<>();
            new QueryStringDecoder(uri, StandardCharsets.UTF_8).parameters().forEach((name, values) -> first.put(name, values.get(0)));
            return first;
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequest("The query is not percent-encoded UTF-8.");
        }
    }
}
