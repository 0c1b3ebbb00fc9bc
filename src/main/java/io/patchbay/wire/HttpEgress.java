package io.patchbay.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** Last step of a {@code platform-http:} route: the {@link HttpResponse} in the body becomes the reply, and nothing else does. */
public final class HttpEgress {

    public void write(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof HttpResponse answer)) {
            throw new IllegalStateException("HttpEgress.write needs an HttpAnswer in the body; route " + exchange.getFromRouteId()
                + " left none");
        }
        Message reply = new DefaultMessage(exchange);
        answer.headers().forEach(reply::setHeader);
        reply.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        reply.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        // A ByteBuffer is the one body that platform-http writes at once with its length.
        reply.setBody(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
        exchange.setMessage(reply);
    }
}
