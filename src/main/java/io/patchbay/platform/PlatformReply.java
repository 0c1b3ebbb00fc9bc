package io.patchbay.platform;

import io.patchbay.door.PendingCommand;
import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The answer of a request after its command. It travels through the routes with the request. */
@FunctionalInterface
public interface PlatformReply {

    /** May complete exceptionally. {@link PlatformDoor} renders that, too. */
    CompletionStage<HttpResponse> to(Outcome outcome);

    /** An answer without a command. */
    static PendingCommand<PlatformReply> answered(HttpResponse answer) {
        return PendingCommand.answered(outcome -> CompletableFuture.completedFuture(answer), String.valueOf(answer.status()));
    }

    /**
     * @param look the request that shows the result if the outcome is unknown
     * @param then the answer after the acceptance
     */
    static PlatformReply accepted(String look, Supplier<CompletionStage<HttpResponse>> then) {
        return outcome -> outcome.match(new Outcome.Cases<>() {
            @Override
            public CompletionStage<HttpResponse> accepted() {
                return then.get();
            }

            @Override
            public CompletionStage<HttpResponse> refused(Outcome.Refused refused) {
                throw PlatformRefusal.of(refused, look);
            }
        });
    }
}
