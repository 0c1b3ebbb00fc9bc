package io.patchbay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.config.Credentials;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentEntry;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Authenticates the users of the directory file, and counts the failures. */
final class DirectorySignIn implements SignIn {
    private final Credentials credentials;
    private final Counter wrongPasswords;
    private final Counter wrongTokens;

    DirectorySignIn(Credentials credentials, MeterRegistry registry) {
        this.credentials = credentials;
        this.wrongPasswords = failures("password", registry);
        this.wrongTokens = failures("token", registry);
    }

    private static Counter failures(String secret, MeterRegistry registry) {
        return Counter.builder("patchbay.signin.failures").tag("secret", secret)
                .description("Sign-ins without a right password or token, refused ones among them").register(registry);
    }

    private static CompletionStage<Optional<AgentEntry>> counted(CompletionStage<Optional<AgentEntry>> answer, Counter failures) {
        return answer.whenComplete((found, error) -> {
            if (error != null || found.isEmpty()) {
                failures.increment();
            }
        });
    }

    @Override
    public CompletionStage<Optional<AgentEntry>> authenticate(String user, String password) {
        return counted(credentials.authenticate(user, password), wrongPasswords);
    }

    @Override
    public CompletionStage<Optional<AgentEntry>> bearer(String token) {
        return counted(credentials.bearer(token), wrongTokens);
    }
}
