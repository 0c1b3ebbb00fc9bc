package io.patchbay.dialect.finesse;

import io.patchbay.dialect.finesse.request.FinesseRefused;
import io.patchbay.door.RateLimit;
import io.patchbay.door.SignIn;
import io.patchbay.door.UserRateLimits;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.SignInOrigin;
import io.patchbay.reading.Roles;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The agents of requests, by Basic credentials. No method blocks. */
public final class FinesseUsers {
    private final SignIn signIn;
    private final Directory directory;
    private final UserRateLimits limits;

    /** @param limit of requests by one user */
    public FinesseUsers(SignIn signIn, Directory directory, RateLimit limit) {
        this.signIn = signIn;
        this.directory = directory;
        this.limits = new UserRateLimits(limit);
    }

    /** Completes with {@link FinesseRefused} for nobody, and for who is slowed or asks too fast. */
    CompletionStage<AgentEntry> admit(HttpRequest request) {
        Optional<BasicCredentials> given = request.credentials();
        if (given.isEmpty()) {
            return CompletableFuture.failedFuture(FinesseAnswers.denied());
        }
        SignInOrigin origin = new SignInOrigin(FinesseFeeds.DIALECT, request.remote());
        return signIn.authenticate(given.get().user(), given.get().password(), origin).thenApply(found -> {
            AgentEntry agent = found.filter(Roles::works).match(user -> user, () -> {
                throw FinesseAnswers.denied();
            }, slowed -> {
                throw FinesseRefused.slowed(slowed);
            });
            if (!limits.of(agent.id()).getAsBoolean()) {
                throw FinesseAnswers.tooFast();
            }
            return agent;
        });
    }

    /** The agent of a connection that was admitted with these credentials. */
    Optional<AgentEntry> admitted(Optional<BasicCredentials> given) {
        return given.flatMap(credentials -> directory.user(credentials.user()));
    }
}
