package io.patchbay.publish;

import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Key and headers of the reply to a command on {@link Topics#REPLIES}. It is a property of the exchange, so the body is the value alone
 * and no header of a message becomes a header of a record.
 *
 * @param key of the command, not copied; null if there is none
 * @param headers CloudEvents attributes by name
 */
record ReplyAddress(byte[] key, Map<String, String> headers) {
    private static final String PROPERTY = "patchbay.reply";

    ReplyAddress {
        headers = Map.copyOf(headers);
    }

    void putInto(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** @throws IllegalStateException if no step of the route set it */
    static ReplyAddress of(Exchange exchange) {
        ReplyAddress address = exchange.getProperty(PROPERTY, ReplyAddress.class);
        if (address == null) {
            throw new IllegalStateException("The exchange has no address of a reply.");
        }
        return address;
    }

    @Override
    public String toString() {
        return "reply " + headers.get("ce_id");
    }
}
