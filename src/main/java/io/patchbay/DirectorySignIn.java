package io.patchbay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.config.Credentials;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Authentication;
import io.patchbay.model.SignInOrigin;
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

    private static CompletionStage<Authentication<AgentEntry>> counted(CompletionStage<Authentication<AgentEntry>> answer,
                                                                       Counter failures) {
        return answer.whenComplete((found, error) -> {
            if (error != null || !(found instanceof Authentication.Accepted)) {
                failures.increment();
            }
        });
    }

    @Override
    public CompletionStage<Authentication<AgentEntry>> authenticate(String user, String password, SignInOrigin origin) {
        return counted(credentials.authenticate(user, password, origin), wrongPasswords);
    }

    @Override
    public CompletionStage<Authentication<AgentEntry>> bearer(String token, SignInOrigin origin) {
        return counted(credentials.bearer(token, origin), wrongTokens);
    }

    @Override
    public boolean recognises(String user, String password, SignInOrigin origin) {
        return credentials.recognises(user, password, origin);
    }
}
