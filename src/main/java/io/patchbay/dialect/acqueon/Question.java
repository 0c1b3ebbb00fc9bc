package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.PendingCommand;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An envelope that waits for its answer. @param flavour the channel of a refusal */
record Question(Sender sender, Flavour flavour, Optional<String> requestId) {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    CompletionStage<PendingCommand<AcqueonCompletion>> refused(AcqueonRefused why) {
        return CompletableFuture.completedFuture(PendingCommand.answered(outcomes -> {
            sender.refuse(why, flavour, requestId);
            return CompletableFuture.completedFuture(null);
        }, why.type().name()));
    }

    /** Makes of a refusal, or of a failure, the answer to the envelope. Also where the answer of the commands fails. */
    CompletionStage<PendingCommand<AcqueonCompletion>> guarded(Supplier<CompletionStage<PendingCommand<AcqueonCompletion>>> asking) {
        try {
            return asking.get().<PendingCommand<AcqueonCompletion>>thenApply(pending -> pending.with(
                    outcomes -> CompletableFuture.completedFuture(outcomes).thenCompose(pending.context()::answer)
                            .exceptionally(error -> {
                                sender.refuse(failure(error), flavour, requestId);
                                return null;
                            })))
                    .exceptionallyCompose(error -> refused(failure(error)));
        } catch (RuntimeException e) {
            return refused(failure(e));
        }
    }

    static CompletionStage<PendingCommand<AcqueonCompletion>> done(Runnable answer) {
        return answered(() -> {
            answer.run();
            return CompletableFuture.completedFuture(null);
        });
    }

    /** An envelope that needs no command. */
    static CompletionStage<PendingCommand<AcqueonCompletion>> answered(Supplier<CompletionStage<Void>> answer) {
        return CompletableFuture.completedFuture(PendingCommand.answered(outcomes -> answer.get(), "success"));
    }

    /** The refusal of an envelope that failed. The log has the cause of a failure of the gateway. */
    static AcqueonRefused failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof AcqueonRefused refused) {
            return refused;
        }
        if (cause instanceof TimeoutException) {
            return new AcqueonRefused(ErrorType.SERVICE_UNAVAILABLE, "UNAVAILABLE",
                    "The agent's state could not be read in time. Try again.");
        }
        LOG.atError().setCause(cause).addKeyValue("dialect", AcqueonFeeds.DIALECT).log("an envelope could not be answered");
        return new AcqueonRefused(ErrorType.INTERNAL, "INTERNAL", "The gateway failed. Its log has the cause.");
    }
}
