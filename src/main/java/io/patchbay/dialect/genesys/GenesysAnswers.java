package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Authentication;
import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replies as HTTP responses. */
final class GenesysAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(GenesysAnswers.class);
    private static final List<HttpHeader> SOON = retryAfter(1);

    private GenesysAnswers() { }

    static HttpResponse response(GenesysReply reply) {
        return response(reply, reply.status() == GenesysStatus.TOO_FAST ? SOON : List.of());
    }

    static HttpResponse response(GenesysReply reply, List<HttpHeader> headers) {
        return new HttpResponse(reply.status().http(), "application/json", reply.body().toString(), headers);
    }

    /** A request that needs no command. */
    static CompletionStage<PendingCommand<GenesysCompletion>> answered(GenesysReply reply) {
        return answered(response(reply));
    }

    static CompletionStage<PendingCommand<GenesysCompletion>> answered(HttpResponse response) {
        return CompletableFuture.completedFuture(pending(response));
    }

    static PendingCommand<GenesysCompletion> pending(HttpResponse response) {
        return PendingCommand.answered(outcomes -> CompletableFuture.completedFuture(response), String.valueOf(response.status()));
    }

    static GenesysReply denied() {
        return GenesysReply.refused(GenesysStatus.NOT_AUTHENTICATED, "Access denied");
    }

    /** Too many wrong credentials came before these. */
    static HttpResponse slowed(Authentication.Slowed<?> slowed) {
        return response(GenesysReply.refused(GenesysStatus.TOO_FAST, slowed.sentence()), retryAfter(slowed.seconds()));
    }

    private static List<HttpHeader> retryAfter(long seconds) {
        return List.of(new HttpHeader("Retry-After", Long.toString(seconds)));
    }

    /** Completes exceptionally with {@link OperationRefused} where the grid does not answer. @param what cannot be read then */
    static <T> CompletionStage<T> orUnavailable(CompletionStage<T> stage, String what) {
        return stage.exceptionally(error -> {
            LOG.atWarn().addKeyValue("reason", error.toString()).log("{} cannot be read or written now", what);
            throw new OperationRefused(GenesysStatus.UNAVAILABLE, "The gateway cannot read " + what + " now. Try again.");
        });
    }

    /** The reply to a request that failed. The log has the cause of a failure of the gateway. */
    static GenesysReply failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof OperationRefused refused) {
            return refused.reply();
        }
        if (cause instanceof TimeoutException) {
            return GenesysReply.refused(GenesysStatus.UNAVAILABLE, "The agent's state could not be read in time. Try again.");
        }
        LOG.atError().setCause(cause).addKeyValue("dialect", GenesysFeeds.DIALECT).log("a request could not be answered");
        return GenesysReply.refused(GenesysStatus.INTERNAL, "The gateway failed. Its log has the cause.");
    }
}
