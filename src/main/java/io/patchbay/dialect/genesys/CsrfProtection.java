package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.HttpIdentity;
import io.patchbay.model.Ids;
import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Protection against requests that a page of somebody else makes a browser send (genesys.md 1.3). The token derives from the HTTP session,
 * so every member knows it, and it lives as long as the session.
 *
 * @param on whether a changing request needs the token
 */
record CsrfProtection(boolean on) {
    private static final String NAMED = "X-CSRF-HEADER";
    private static final String TOKEN = "X-CSRF-TOKEN";
    private static final String FORM = "(.{8})(.{4})(.{4})(.{4})(.{12})";

    /** @throws OperationRefused for a changing request without the token of its own session */
    void check(HttpRequest request, HttpIdentity user) {
        if (on && !request.method().equals("GET") && !isRight(request.header(TOKEN), user)) {
            throw new OperationRefused(GenesysStatus.FORBIDDEN, "Missing or invalid Csrf token");
        }
    }

    /** The headers of a reply to this user: the cookie of a session that began with the request, and for GET the token. */
    List<HttpHeader> headers(HttpRequest request, HttpIdentity user) {
        List<HttpHeader> headers = new ArrayList<>(user.setCookie().stream().toList());
        if (on && request.method().equals("GET")) {
            user.token().ifPresent(session -> headers.addAll(List.of(new HttpHeader(NAMED, TOKEN), new HttpHeader(TOKEN, token(session)),
                    new HttpHeader("Access-Control-Expose-Headers", NAMED + ", " + TOKEN))));
        }
        return headers;
    }

    private static boolean isRight(Optional<String> sent, HttpIdentity user) {
        return sent.isPresent() && user.token().isPresent()
                && MessageDigest.isEqual(bytes(sent.get()), bytes(token(user.token().get())));
    }

    /** A UUID. The session token has 256 random bits and cannot be found from it. */
    private static String token(String session) {
        return Ids.digest("csrf:" + session).toLowerCase(Locale.ROOT).replaceFirst(FORM, "$1-$2-$3-$4-$5");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
