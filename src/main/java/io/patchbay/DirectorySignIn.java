package io.patchbay;

import io.patchbay.config.Credentials;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentEntry;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Authenticates the users of the directory file. */
record DirectorySignIn(Credentials credentials) implements SignIn {

    @Override
    public CompletionStage<Optional<AgentEntry>> authenticate(String user, String password) {
        return credentials.authenticate(user, password);
    }

    @Override
    public CompletionStage<Optional<AgentEntry>> bearer(String token) {
        return credentials.bearer(token);
    }
}
