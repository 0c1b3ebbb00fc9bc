package io.patchbay.door;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.Authentication;
import io.patchbay.model.Directory;
import io.patchbay.model.SignInOrigin;
import io.patchbay.wire.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Authenticates single HTTP requests by the cookie of an HTTP session, or else by Basic credentials. No method blocks. A stage completes
 * exceptionally if the grid does not answer.
 */
public final class HttpUsers {
    private final SessionCookie cookie;
    private final HttpSessions sessions;
    private final SignIn signIn;
    private final Directory directory;
    private final Predicate<AgentEntry> allowed;
    private final String name;

    /**
     * @param name of the door
     * @param allowed whether a user may use this door; asked for each request, so a changed role ends the use of a session
     */
    public HttpUsers(String name, SessionCookie cookie, HttpSessions sessions, SignIn signIn, Directory directory,
                                Predicate<AgentEntry> allowed) {
        this.name = name;
        this.cookie = cookie;
        this.sessions = sessions;
        this.signIn = signIn;
        this.directory = directory;
        this.allowed = allowed;
    }

    /**
     * The user of the request. A valid cookie saves the check of the password. Credentials of
     * another user decide alone, so a person who signs in at a shared desktop never acts as the one before. A cookie that is not valid,
     * or no longer, does no harm to credentials. Begins no session.
     */
    public CompletionStage<Authentication<HttpIdentity>> authenticate(HttpRequest request) {
        return byCookie(request).thenCompose(found -> found.filter(user -> isNamed(user, request))
                .<CompletionStage<Authentication<HttpIdentity>>>map(user ->
                        CompletableFuture.completedFuture(new Authentication.Accepted<>(user)))
                .orElseGet(() -> byBasic(request)));
    }

    private static boolean isNamed(HttpIdentity user, HttpRequest request) {
        return request.credentials().map(given -> given.user().equals(user.user().id().value())).orElse(true);
    }

    /** The same user with a session. A new one begins if the request did not come with one. */
    public CompletionStage<HttpIdentity> withSession(HttpIdentity identity) {
        return identity.token().isPresent() ? CompletableFuture.completedFuture(identity)
                : sessions.begin(identity.user().id()).thenApply(token -> new HttpIdentity(identity.user(), Optional.of(token),
                Optional.of(cookie.set(token))));
    }

    private CompletionStage<Optional<HttpIdentity>> byCookie(HttpRequest request) {
        return cookie.token(request).map(token -> sessions.user(token)
                .thenApply(user -> user.flatMap(directory::agent).flatMap(entry -> identity(entry, Optional.of(token)))))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private CompletionStage<Authentication<HttpIdentity>> byBasic(HttpRequest request) {
        return request.credentials().map(given -> signIn.authenticate(given.user(), given.password(),
                new SignInOrigin(name, request.remote()))
                .thenApply(user -> user.flatMap(entry -> identity(entry, Optional.empty()))))
                .orElseGet(() -> CompletableFuture.completedFuture(new Authentication.Denied<>()));
    }

    private Optional<HttpIdentity> identity(AgentEntry user, Optional<String> token) {
        return allowed.test(user) ? Optional.of(new HttpIdentity(user, token, Optional.empty())) : Optional.empty();
    }
}
