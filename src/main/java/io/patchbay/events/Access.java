package io.patchbay.events;

import io.patchbay.door.SignIn;
import io.patchbay.door.UserRateLimits;
import io.patchbay.events.SubscriptionRefusal.Code;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Authentication;
import io.patchbay.model.Directory;
import io.patchbay.model.SignInOrigin;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.BearerToken;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Authenticates a client, checks its subscription and limits its openings. A client that resumes may cost a walk through a topic. */
record Access(SignIn signIn, Directory directory, UserRateLimits openings) {

    /** Reads the filter of a client. */
    interface FilterReader {
        EventFilter read() throws SubscriptionRefusal;
    }

    /** Empty admits the client. The filter is read only for authenticated users. */
    CompletionStage<Optional<HttpResponse>> admit(HttpRequest request, FilterReader reader) {
        return who(request.credentials(), request.bearer(), request.remote()).thenApply(found -> found.match(
                who -> refusal(who, reader).map(SubscriptionRefusal::http),
                () -> Optional.of(new SubscriptionRefusal(Code.NOT_AUTHENTICATED,
                        "Send valid Basic credentials or a valid Bearer token of a user.").http()),
                slowed -> Optional.of(SubscriptionRefusal.slowed(slowed).http())));
    }

    private Optional<SubscriptionRefusal> refusal(AgentEntry who, FilterReader reader) {
        try {
            if (!openings.of(who.id()).getAsBoolean()) {
                throw new SubscriptionRefusal(Code.TOO_MANY_REQUESTS,
                        "This user opens too many connections. Wait a second and try again.");
            }
            EventSubscription.of(reader.read(), who, directory);
            return Optional.empty();
        } catch (SubscriptionRefusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** The user of an admitted connection. Empty only if the user changed meanwhile. */
    CompletionStage<Optional<AgentEntry>> who(ClientConnection connection) {
        return who(connection.credentials(), connection.bearer(), connection.remote())
                .thenApply(found -> found.match(Optional::of, Optional::empty, slowed -> Optional.empty()));
    }

    EventSubscription subscription(EventFilter filter, AgentEntry who) throws SubscriptionRefusal {
        return EventSubscription.of(filter, who, directory);
    }

    private CompletionStage<Authentication<AgentEntry>> who(Optional<BasicCredentials> given, Optional<BearerToken> bearer,
            String address) {
        SignInOrigin origin = new SignInOrigin("events", address);
        return given.map(basic -> signIn.authenticate(basic.user(), basic.password(), origin))
                .or(() -> bearer.map(token -> signIn.bearer(token.value(), origin)))
                .orElseGet(() -> CompletableFuture.completedFuture(new Authentication.Denied<>()));
    }
}
