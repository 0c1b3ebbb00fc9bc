package io.patchbay.door;

import io.patchbay.model.AgentEntry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Authenticates users. */
@FunctionalInterface
public interface SignIn {

    /** The user with this name and password. Empty otherwise, without the wrong part. */
    CompletionStage<Optional<AgentEntry>> authenticate(String user, String password);

    /** The user of this token, which opens fewer doors than a password. Empty otherwise, or if there are no tokens. */
    default CompletionStage<Optional<AgentEntry>> bearer(String token) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
