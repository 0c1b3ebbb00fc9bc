package io.patchbay.wire;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Names the user of each request of a door whose sessions belong to users. */
@FunctionalInterface
public interface RequestAuthenticator {

    /**
     * Called on an event loop for each request, so it must not block.
     *
     * @param request with the headers that the door names, and an empty body
     */
    CompletionStage<Decision> authenticate(HttpRequest request);

    /** The user of the request, or the response for a client that is refused. */
    sealed interface Decision {

        <R> R match(Function<User, R> user, Function<Refusal, R> refusal);
    }

    /** @param name the sessions of this user are open to the request, the sessions of others are not */
    record User(String name) implements Decision {
        @Override
        public <R> R match(Function<User, R> user, Function<Refusal, R> refusal) {
            return user.apply(this);
        }
    }

    /** @param response complete; the request has no other effect */
    record Refusal(HttpResponse response) implements Decision {
        @Override
        public <R> R match(Function<User, R> user, Function<Refusal, R> refusal) {
            return refusal.apply(this);
        }
    }
}
