package io.patchbay.wire;

import java.util.Map;

/**
 * One HTTP reply, whole.
 *
 * @param headers extra ones, e.g. Set-Cookie; Content-Length is the wire's business
 */
public record HttpResponse(int status, String contentType, String body, Map<String, String> headers) {

    public HttpResponse {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("HTTP status must be 200-599, was " + status);
        }
        headers = Map.copyOf(headers);
    }

    public static HttpResponse json(int status, String body) {
        return new HttpResponse(status, "application/json", body, Map.of());
    }

    public static HttpResponse text(int status, String body) {
        return new HttpResponse(status, "text/plain; charset=utf-8", body, Map.of());
    }

    /** The body may hold what one agent only may see. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + " " + contentType + ", body length=" + body.length() + "]";
    }
}
