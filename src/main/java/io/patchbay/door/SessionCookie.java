package io.patchbay.door;

import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpRequest;
import java.util.Optional;

/**
 * The cookie with the token of an HTTP session. Scripts cannot read it, and a browser does not send it with the requests of other sites.
 *
 * @param name of the cookie
 * @param secure whether a browser sends it over TLS only
 */
public record SessionCookie(String name, boolean secure) {

    /** The token in the request, not verified. */
    public Optional<String> token(HttpRequest request) {
        return Optional.ofNullable(request.cookies().get(name));
    }

    /** The header of the response that gives the token to the client. It is a secret. */
    public HttpHeader set(String token) {
        return new HttpHeader("Set-Cookie", name + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }
}
