package io.patchbay.door;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.Authentication;
import io.patchbay.model.SignInOrigin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Authenticates users. */
@FunctionalInterface
public interface SignIn {

    /** The user with this name and password. */
    CompletionStage<Authentication<AgentEntry>> authenticate(String user, String password, SignInOrigin origin);

    /** The user of this token, which opens fewer doors than a password. Denied if there are no tokens. */
    default CompletionStage<Authentication<AgentEntry>> bearer(String token, SignInOrigin origin) {
        return CompletableFuture.completedFuture(new Authentication.Denied<>());
    }

    /** Whether this password was right from this address lately. Takes microseconds, and counts as no attempt. */
    default boolean recognises(String user, String password, SignInOrigin origin) {
        return false;
    }
}
