package io.patchbay.platform;

import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpAnswer;
import java.util.concurrent.CompletionStage;

/** How a request is answered once its command has come back; what a request of this door carries through the routes. */
@FunctionalInterface
public interface PlatformReply {

    /** May complete exceptionally: {@link PlatformDoor} makes an answer of that too. */
    CompletionStage<HttpAnswer> to(Outcome outcome);
}
