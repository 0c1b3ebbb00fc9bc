package io.patchbay.wire;

import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * First step of a route that reads a topic as bytes. It makes a {@link RecordRequest} of the record and drops every header, because a
 * header could steer a later component (CVE-2026-49098). Only the header of the consumer for the commit stays.
 */
public final class RecordIngress {
    private final int limit;

    /** @param limit of a value, in bytes */
    public RecordIngress(int limit) {
        this.limit = limit;
    }

    /** Reads any record. The request holds the reason if the value is unreadable. */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] key = message.getHeader(KafkaConstants.KEY, byte[].class);
        byte[] value = message.getBody(byte[].class);
        int partition = message.getHeader(KafkaConstants.PARTITION, Integer.class);
        long offset = message.getHeader(KafkaConstants.OFFSET, Long.class);
        Optional<String> text = value == null || value.length > limit ? Optional.empty() : text(value);
        Optional<String> why = text.isPresent() ? Optional.empty() : Optional.of(why(value));
        message.removeHeaders("*", KafkaConstants.MANUAL_COMMIT);
        message.setBody(new RecordRequest(key, Optional.ofNullable(key).flatMap(RecordIngress::text), text.orElse(""), why, partition,
                offset));
    }

    private String why(byte[] value) {
        if (value == null) {
            return "The record has no value.";
        }
        return value.length > limit ? "The value is longer than " + limit + " bytes." : "The value is not UTF-8.";
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(Utf8.decode(bytes));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
