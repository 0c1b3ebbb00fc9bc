package io.patchbay.door;

import io.patchbay.model.AgentId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The HTTP sessions of users at one door, for clients that send a cookie instead of credentials. A session is good at every member. It
 * ends by {@link #end}, or by its idle time. One user has at most 32. A new one then replaces the oldest one that was never used, or the
 * longest unused one. No method blocks or throws. A stage completes exceptionally if the grid does not answer.
 */
public interface HttpSessions {

    /** The token of a new session: 75 letters, digits, {@code -} and {@code _}, with 256 random bits. It is a secret. */
    CompletionStage<String> begin(AgentId user);

    /** The user of a session, whose idle time begins again. Empty for every other text. @param token as a client sent it */
    CompletionStage<Optional<AgentId>> user(String token);

    /** Ends the session at all members. Another text does nothing. */
    CompletionStage<Void> end(String token);
}
