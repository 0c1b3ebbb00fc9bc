package io.patchbay.wire;

import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line at DEBUG for each request of the HTTP port that no route has logged: errors, streams, polls, upgrades and health. */
final class RequestLines {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLines.class);
    private static final String LOGGED = RequestLines.class.getName();
    private static final String ANY_ROUTE = "http";

    private RequestLines() { }

    static void follow(RoutingContext ctx) {
        if (LOG.isDebugEnabled()) {
            ctx.addHeadersEndHandler(head -> log(ctx, ctx.response().getStatusCode()));
        }
        ctx.next();
    }

    /** The route of the request has logged it. */
    static void logged(RoutingContext ctx) {
        ctx.put(LOGGED, true);
    }

    static void log(RoutingContext ctx, int status) {
        if (ctx.get(LOGGED) == null) {
            LOG.atDebug().addKeyValue("door", ANY_ROUTE).addKeyValue("address", ctx.request().remoteAddress().hostAddress())
                .addKeyValue("operation", HttpRequest.operation(ctx.request().method().name(), PortErrors.path(ctx)))
                .addKeyValue("outcome", status).log("request");
        }
    }
}
