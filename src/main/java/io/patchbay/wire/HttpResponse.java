package io.patchbay.wire;

import java.util.List;
import java.util.Map;

/**
 * One complete HTTP response.
 *
 * @param headers additional headers, in this order; the wire sets Content-Length
 */
public record HttpResponse(int status, String contentType, String body, List<HttpHeader> headers) {

    public HttpResponse {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("HTTP status must be 200-599, was " + status);
        }
        headers = List.copyOf(headers);
    }

    /** A response with each header once. */
    public HttpResponse(int status, String contentType, String body, Map<String, String> headers) {
        this(status, contentType, body, headers.entrySet().stream().map(each -> new HttpHeader(each.getKey(), each.getValue())).toList());
    }

    public static HttpResponse json(int status, String body) {
        return new HttpResponse(status, "application/json", body, List.of());
    }

    public static HttpResponse text(int status, String body) {
        return new HttpResponse(status, "text/plain; charset=utf-8", body, List.of());
    }

    /** The body may hold data for one agent only. */
    @Override
    public String toString() {
        return "HttpResponse[" + status + " " + contentType + ", body length=" + body.length() + "]";
    }
}
