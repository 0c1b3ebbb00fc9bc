package io.patchbay.door;

import io.patchbay.model.AgentEntry;
import io.patchbay.wire.HttpHeader;
import java.util.Optional;

/**
 * The user of one HTTP request, as {@link HttpUsers} found it.
 *
 * @param token of the HTTP session, if the user has one in this request
 * @param setCookie the header for the response, if the session began with this request
 */
public record HttpIdentity(AgentEntry user, Optional<String> token, Optional<HttpHeader> setCookie) {

    /** The token is a secret. */
    @Override
    public String toString() {
        return "HttpIdentity[user=" + user.id() + ", session=" + token.isPresent() + "]";
    }
}
