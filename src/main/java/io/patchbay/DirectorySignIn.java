package io.patchbay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.config.Credentials;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Authentication;
import io.patchbay.model.SignInOrigin;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Authenticates the users of the directory file, and counts the failures. */
final class DirectorySignIn implements SignIn {
    private final Credentials credentials;
    private final Failures passwords;
    private final Failures tokens;

    DirectorySignIn(Credentials credentials, MeterRegistry registry) {
        this.credentials = credentials;
        this.passwords = Failures.of("password", registry);
        this.tokens = Failures.of("token", registry);
    }

    private record Failures(Counter denied, Counter slowed) {
        static Failures of(String secret, MeterRegistry registry) {
            return new Failures(counter(secret, "denied", registry), counter(secret, "slowed", registry));
        }

        private static Counter counter(String secret, String outcome, MeterRegistry registry) {
            return Counter.builder("patchbay.signin.failures").tag("secret", secret).tag("outcome", outcome)
                    .description("Sign-ins that failed: the secret was wrong, or it was not checked because there were too many")
                    .register(registry);
        }

        CompletionStage<Authentication<AgentEntry>> count(CompletionStage<Authentication<AgentEntry>> answer) {
            return answer.whenComplete((result, error) -> {
                if (error == null) {
                    result.match(user -> Optional.<Counter>empty(), () -> Optional.of(denied), wait -> Optional.of(slowed))
                            .ifPresent(Counter::increment);
                }
            });
        }
    }

    @Override
    public CompletionStage<Authentication<AgentEntry>> authenticate(String user, String password, SignInOrigin origin) {
        return passwords.count(credentials.authenticate(user, password, origin));
    }

    @Override
    public CompletionStage<Authentication<AgentEntry>> bearer(String token, SignInOrigin origin) {
        return tokens.count(credentials.bearer(token, origin));
    }

    @Override
    public boolean recognises(String user, String password, SignInOrigin origin) {
        return credentials.recognises(user, password, origin);
    }
}
