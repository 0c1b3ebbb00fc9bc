package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.HttpIdentity;
import io.patchbay.door.HttpSessions;
import io.patchbay.door.HttpUsers;
import io.patchbay.door.SessionCookie;
import io.patchbay.door.SignIn;
import io.patchbay.model.Directory;
import io.patchbay.reading.Roles;
import io.patchbay.wire.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of this dialect: those who work with contacts, by Basic credentials or by their session cookie (genesys.md 1.2). */
public final class GenesysUsers {
    private static final Logger LOG = LoggerFactory.getLogger(GenesysUsers.class);
    private static final String COOKIE = "JSESSIONID";

    private final HttpUsers users;
    private final HttpSessions sessions;

    /** @param secure whether browsers send the cookie over TLS only */
    public GenesysUsers(HttpSessions sessions, SignIn signIn, Directory directory, boolean secure) {
        this.sessions = sessions;
        this.users = new HttpUsers(new SessionCookie(COOKIE, secure), sessions, signIn, directory, Roles::works);
    }

    /** Completes exceptionally with {@link OperationRefused} while the sessions cannot be read. */
    CompletionStage<Optional<HttpIdentity>> authenticate(HttpRequest request) {
        return orUnavailable(users.authenticate(request));
    }

    /** The same user with an HTTP session, a new one if the request came without one. Completes exceptionally as above. */
    CompletionStage<HttpIdentity> withSession(HttpIdentity user) {
        return orUnavailable(users.withSession(user));
    }

    private static <T> CompletionStage<T> orUnavailable(CompletionStage<T> stage) {
        return stage.exceptionally(error -> {
            LOG.atWarn().addKeyValue("reason", error.toString()).log("HTTP sessions cannot be read or written now");
            throw new OperationRefused(GenesysStatus.UNAVAILABLE, "The gateway cannot read its sessions now. Try again.");
        });
    }

    /** The cookie of this session is good for nothing from now on. */
    CompletionStage<Void> end(HttpIdentity user) {
        return user.token().map(sessions::end).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
