package io.patchbay.platform;

import io.patchbay.door.PendingCommand;
import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How a request is answered once its command has come back; what a request of this door carries through the routes. */
@FunctionalInterface
public interface PlatformReply {

    /** May complete exceptionally: {@link PlatformDoor} makes an answer of that too. */
    CompletionStage<HttpResponse> to(Outcome outcome);

    /** Needs no command. */
    static PendingCommand<PlatformReply> answered(HttpResponse answer) {
        return new PendingCommand<>(outcome -> CompletableFuture.completedFuture(answer), Optional.empty());
    }

    /** @param look where to look before asking again, should the outcome be unknown; @param then the answer once it is accepted */
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
