package io.patchbay.wire;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.support.DefaultMessage;

/**
 * First step of every {@code platform-http:} route: the body becomes an {@link HttpRequest}, every header from outside is dropped. A header
 * or
 * query parameter that survived could steer a Camel component further on (CVE-2026-49098: the Kafka topic).
 */
public final class HttpIngress {

    /** Throws {@link UnreadableRequest} with the headers already gone. */
    public void read(Exchange exchange) throws UnreadableRequest {
        if (!(exchange.getMessage() instanceof HttpMessage http)) {
            throw new IllegalStateException("HttpIngress.read belongs directly behind platform-http:, not behind "
                + exchange.getFromEndpoint());
        }
        HttpServerRequest request = http.getRequest();
        String path = http.getHeader(Exchange.HTTP_PATH, String.class);
        byte[] body = http.getBody() == null ? new byte[0] : bytes(http);
        Message clean = new DefaultMessage(exchange);
        exchange.setMessage(clean);
        exchange.removeProperty(Exchange.CHARSET_NAME);
        HttpRequest ask = new HttpRequest(request.method().name(), path, query(request.uri()),
            BasicCredentials.parse(request.getHeader("Authorization")), text(body));
        decodable(ask);
        clean.setBody(ask);
    }

    private static void decodable(HttpRequest ask) throws UnreadableRequest {
        try {
            ask.segments();
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequest("The path is not percent-encoded UTF-8.");
        }
    }

    /** A Vert.x buffer, or what Camel's stream caching made of it. */
    private static byte[] bytes(Message http) throws UnreadableRequest {
        try {
            return http.getMandatoryBody(byte[].class);
        } catch (InvalidPayloadException e) {
            throw new UnreadableRequest("The body could not be read.");
        }
    }

    private static String text(byte[] body) throws UnreadableRequest {
        try {
            return Utf8.decode(body);
        } catch (CharacterCodingException e) {
            throw new UnreadableRequest("The body is not UTF-8.");
        }
    }

    static Map<String, String> query(String uri) throws UnreadableRequest {
        try {
            Map<String, String> first = new LinkedHashMap<>();
            new QueryStringDecoder(uri, StandardCharsets.UTF_8).parameters().forEach((name, values) -> first.put(name, values.get(0)));
            return first;
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequest("The query is not percent-encoded UTF-8.");
        }
    }
}
