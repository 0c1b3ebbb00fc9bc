package io.patchbay.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One HTTP request. It holds all that a door may know. Nothing else of the request reaches a route.
 *
 * @param method {@code GET} for HEAD too; the wire omits the body of the response
 * @param path normalised, still percent-encoded
 * @param query decoded; the first value of a repeated name
 * @param headers the headers that the door named, names in lower case; the first value of a repeated name
 * @param cookies by name; the first value of a repeated name
 * @param credentials of the Authorization header, not verified
 * @param bearer the token of the Authorization header, if any, not verified
 * @param remote the address of the client; behind a trusted proxy the address that the proxy reports
 * @param body strict UTF-8 for every Content-Type; {@code ""} if there was none
 * @param why present if the request could not be read: a sentence for the client; query and body are empty then
 * @param left completes when the client closes its connection before the response is written
 */
public record HttpRequest(String method, String path, Map<String, String> query, Map<String, String> headers, Map<String, String> cookies,
                          Optional<BasicCredentials> credentials, Optional<BearerToken> bearer, String remote, String body,
                          Optional<String> why, CompletionStage<Void> left) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,23}|v[0-9]");

    public HttpRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        cookies = Map.copyOf(cookies);
    }

    /** A request without headers, cookies and token, for a client that stays. */
    public HttpRequest(String method, String path, Map<String, String> query, Optional<BasicCredentials> credentials, String body) {
        this(method, path, query, Map.of(), Map.of(), credentials, Optional.empty(), "", body, Optional.empty(), new CompletableFuture<>());
    }

    /** For an authenticator, which decides by the head of the request. */
    HttpRequest withoutBody() {
        return new HttpRequest(method, path, query, headers, cookies, credentials, bearer, remote, "", why, left);
    }

    /** The decoded segments of the path: {@code /platform/calls/%2B1555} gives {@code platform, calls, +1555}. */
    public List<String> segments() {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
    }

    /** The method and the path for the log, without ids and numbers, which have digits, and without secrets, which are longer. */
    public String operation() {
        return operation(method, path);
    }

    static String operation(String method, String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty())
            .map(segment -> WORD.matcher(segment).matches() ? segment : "{}").collect(Collectors.joining("/", method + " /", ""));
    }

    /** @param name of a header that the door named, in any case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Query, headers, cookies and body may hold a secret. */
    @Override
    public String toString() {
        return "HttpRequest[" + method + " " + path + ", body length=" + body.length() + "]";
    }
}
