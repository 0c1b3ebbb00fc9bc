package io.patchbay.wire;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which web pages may use this port. Pages of this host and of listed origins may use all requests. A WebSocket or a changing
 * request of another page is refused with 403. A request without Origin does not come from a web page and is not checked.
 */
public final class AllowedOrigins {
    static final String REFUSED = "Web pages of this origin may not use this gateway. To allow them, add the origin to http.origins.";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SECONDS_KEPT = "600";
    private final Set<String> listed;

    private AllowedOrigins(Set<String> listed) {
        this.listed = listed;
    }

    /** @param listed origins such as {@code https://desktop.example.com}; empty allows no page of another host */
    public static AllowedOrigins of(Collection<String> listed) {
        return new AllowedOrigins(listed.stream()
            .map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    static AllowedOrigins none() {
        return of(Set.of());
    }

    /** Refuses the request, or adds the headers that a browser needs to show the answer to a page of a listed origin. */
    void check(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String origin = request.getHeader("Origin");
        boolean matters = !READING.contains(request.method()) || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        if (origin == null || isOwn(origin, request.getHeader("Host"))) {
            ctx.next();
        } else if (listed.contains(origin.toLowerCase(Locale.ROOT))) {
            ctx.response().putHeader("Access-Control-Allow-Origin", origin).putHeader("Access-Control-Allow-Credentials", "true")
                .putHeader("Vary", "Origin");
            ctx.next();
        } else if (matters) {
            ctx.put(PortErrors.SENTENCE, REFUSED).fail(403);
        } else {
            ctx.next();
        }
    }

    /** Answers OPTIONS and grants a preflight of a listed origin. @param allowed the methods of the path */
    void answer(RoutingContext ctx, Set<String> allowed) {
        HttpServerRequest request = ctx.request();
        String methods = String.join(", ", allowed);
        ctx.response().setStatusCode(204).putHeader("Allow", methods);
        String wanted = request.getHeader("Access-Control-Request-Method");
        if (wanted != null && ctx.response().headers().contains("Access-Control-Allow-Origin")) {
            ctx.response().putHeader("Access-Control-Allow-Methods", methods).putHeader("Access-Control-Max-Age", SECONDS_KEPT);
            String headers = request.getHeader("Access-Control-Request-Headers");
            if (headers != null) {
                ctx.response().putHeader("Access-Control-Allow-Headers", headers);
            }
        }
        ctx.response().end();
    }

    /** The schemes are not compared, because a proxy may end TLS before this port. */
    private static boolean isOwn(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
