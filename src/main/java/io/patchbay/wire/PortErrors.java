package io.patchbay.wire;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers errors of the port before a door sees the request, in the format of the door. The answer holds nothing of the request and no
 * stack trace.
 */
final class PortErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PortErrors.class);
    /** Attribute of a request: a sentence that replaces the usual sentence of the status. */
    static final String SENTENCE = "patchbay-sentence";
    private static final Map<Integer, String> SENTENCES = Map.of(
        400, "The request is not valid HTTP.",
        403, AllowedOrigins.REFUSED,
        404, "Nothing is served under this path.",
        405, "This path does not support this method.",
        406, "This path serves text/event-stream only. Send a matching Accept header.",
        408, "The body did not arrive in time.",
        409, "A later poll of the same session replaces this one.",
        417, "Only Expect: 100-continue is supported.",
        500, "The gateway failed. Its log has the cause.",
        503, "The gateway is not ready yet. Try again soon.");

    private final WireLimits limits;

    private final Supplier<Collection<ErrorRenderer>> doors;

    private final ServedPaths paths;

    PortErrors(WireLimits limits, Supplier<Collection<ErrorRenderer>> doors, ServedPaths paths) {
        this.limits = limits;
        this.doors = doors;
        this.paths = paths;
    }

    void answerOn(Router router) {
        SENTENCES.forEach((status, sentence) -> router.errorHandler(status, ctx -> answer(ctx, status, sentence)));
        // Vert.x reports a client that left in the middle of its body as a failure with status 200.
        router.errorHandler(200, gone -> { });
        router.errorHandler(413, ctx -> answer(ctx, 413, "The body is longer than " + limits.messageBytes() + " bytes."));
    }

    private void answer(RoutingContext ctx, int status, String usual) {
        if (ctx.response().headWritten()) {
            return;
        }
        log(ctx.failure(), status);
        String sentence = ctx.get(SENTENCE, usual);
        boolean unread = !ctx.request().isEnded();
        if (unread) {
            // The rest of the body is dropped, but not without an end.
            ctx.response().putHeader("Connection", "close");
            ctx.vertx().setTimer(limits.closeWithin().toMillis(), id -> Sockets.cut(ctx.request().connection()));
        }
        HttpResponse answer = doors.get().stream().filter(renderer -> renderer.renders(path(ctx))).findFirst()
            .map(renderer -> renderer.refused(status, sentence)).orElseGet(() -> HttpResponse.text(status, sentence + "\n"));
        if (status == 405) {
            ctx.response().putHeader("Allow", String.join(", ", paths.methods(path(ctx))));
        }
        HttpExchanges.write(ctx, answer);
    }

    /** A failure that a bad request causes is not important for the operator. */
    private static void log(Throwable failure, int status) {
        if (failure != null && status >= 500) {
            LOG.atWarn().setCause(failure).addKeyValue("outcome", status).log("HTTP request failed");
        } else if (failure != null) {
            LOG.atDebug().addKeyValue("outcome", status).addKeyValue("reason", failure.toString()).log("HTTP request refused");
        }
    }

    /** A path that is not percent-encoded belongs to the door of the part before the first percent sign. */
    static String path(RoutingContext ctx) {
        try {
            return ctx.normalizedPath();
        } catch (IllegalArgumentException e) {
            String path = ctx.request().path();
            return path.substring(0, Math.max(0, path.indexOf('%')));
        }
    }
}
