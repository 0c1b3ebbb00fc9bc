package io.patchbay.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, all that a door may know of it: nothing else from outside reaches a route.
 *
 * @param path        normalised, still percent-encoded
 * @param query       decoded; the first value of a repeated name
 * @param credentials of the Authorization header, unverified
 * @param bearer      the token of that header, where it is one; unverified
 * @param body        strict UTF-8 whatever the Content-Type said; {@code ""} when there was none
 */
public record HttpRequest(String method, String path, Map<String, String> query, Optional<BasicCredentials> credentials,
                      Optional<BearerToken> bearer, String body) {

    public HttpRequest {
        query = Map.copyOf(query);
    }

    /** One without a token. */
    public HttpRequest(String method, String path, Map<String, String> query, Optional<BasicCredentials> credentials, String body) {
        this(method, path, query, credentials, Optional.empty(), body);
    }

    /** The path's segments, decoded: {@code /platform/calls/%2B1555} gives {@code platform, calls, +1555}. */
    public List<String> segments() {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
    }

    /** The body may hold a password. */
    @Override
    public String toString() {
        return "HttpAsk[" + method + " " + path + ", body length=" + body.length() + "]";
    }
}
