package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.door.HttpIdentity;
import io.patchbay.door.HttpSessions;
import io.patchbay.door.HttpUsers;
import io.patchbay.door.SessionCookie;
import io.patchbay.door.SignIn;
import io.patchbay.model.Authentication;
import io.patchbay.model.Directory;
import io.patchbay.reading.Roles;
import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The users of this dialect: those who work with contacts, by Basic credentials or by their session cookie (genesys.md 1.2). */
public final class GenesysUsers {
    private static final String COOKIE = "JSESSIONID";

    private final HttpUsers users;
    private final HttpSessions sessions;
    private final CsrfProtection csrf;

    /**
     * @param secure whether browsers send the cookie over TLS only
     * @param csrf   whether a changing request needs the token of its session
     */
    public GenesysUsers(HttpSessions sessions, SignIn signIn, Directory directory, boolean secure, boolean csrf) {
        this.sessions = sessions;
        this.csrf = new CsrfProtection(csrf);
        this.users = new HttpUsers(GenesysFeeds.DIALECT, new SessionCookie(COOKIE, secure), sessions, signIn, directory, Roles::works);
    }

    /** Whether the request says nothing of who sends it. */
    static boolean isAnonymous(HttpRequest request) {
        return request.header("Authorization").isEmpty() && !request.cookies().containsKey(COOKIE);
    }

    /**
     * The user of the request. Completes exceptionally with {@link OperationRefused} while the sessions cannot be read, and for a changing
     * request without a token that it needs.
     */
    CompletionStage<Authentication<HttpIdentity>> authenticate(HttpRequest request) {
        return orUnavailable(users.authenticate(request)).thenApply(found -> found.flatMap(user -> {
            csrf.check(request, user);
            return Optional.of(user);
        }));
    }

    /** The same user with an HTTP session, a new one if the request came without one. Completes exceptionally as above. */
    CompletionStage<HttpIdentity> withSession(HttpIdentity user) {
        return orUnavailable(users.withSession(user));
    }

    /** The headers of a reply. */
    List<HttpHeader> headers(HttpRequest request, HttpIdentity user) {
        return csrf.headers(request, user);
    }

    private static <T> CompletionStage<T> orUnavailable(CompletionStage<T> stage) {
        return GenesysAnswers.orUnavailable(stage, "HTTP sessions");
    }

    /** The cookie of this session is good for nothing from now on. */
    CompletionStage<Void> end(HttpIdentity user) {
        return user.token().map(sessions::end).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
