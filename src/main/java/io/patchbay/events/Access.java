package io.patchbay.events;

import io.patchbay.door.SignIn;
import io.patchbay.events.Refusal.Code;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.Connection;
import io.patchbay.wire.HttpAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who comes in, and with what. */
record Access(SignIn signIn, Directory directory) {

    /** Empty lets them in. */
    CompletionStage<Optional<HttpAnswer>> admit(Optional<BasicCredentials> given, Wish wish) {
        return who(given).thenApply(found -> {
            try {
                AgentEntry who = found.orElseThrow(() -> new Refusal(Code.NOT_AUTHENTICATED,
                        "This door needs Basic credentials of a user, with the right password."));
                Subscription.of(wish, who, directory);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal.http());
            }
        });
    }

    /** Who an admitted connection belongs to; empty only if that changed meanwhile. */
    CompletionStage<Optional<AgentEntry>> who(Connection connection) {
        return who(connection.credentials());
    }

    Subscription subscription(Wish wish, AgentEntry who) throws Refusal {
        return Subscription.of(wish, who, directory);
    }

    private CompletionStage<Optional<AgentEntry>> who(Optional<BasicCredentials> given) {
        return given.map(basic -> signIn.authenticate(basic.user(), basic.password()))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }
}
