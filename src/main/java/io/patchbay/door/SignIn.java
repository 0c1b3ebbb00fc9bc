package io.patchbay.door;

import io.patchbay.model.AgentEntry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says who somebody is. */
@FunctionalInterface
public interface SignIn {

    /** The user whose name and password these are; empty for everybody else, without a word about which part was wrong. */
    CompletionStage<Optional<AgentEntry>> authenticate(String user, String password);

    /** The user who was given this token, which opens fewer doors than a password; empty as above. Nobody, where there are no tokens. */
    default CompletionStage<Optional<AgentEntry>> bearer(String token) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
