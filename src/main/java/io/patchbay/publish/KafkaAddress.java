package io.patchbay.publish;

import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * The last step before the Kafka producer: sets topic, key and headers from a {@link KafkaRecord}. All arriving headers are dropped
 * first, because a header can name another topic (CVE-2026-49098).
 */
public final class KafkaAddress {
    private static final Pattern MAY_LEAVE = Pattern.compile("content-type|ce_[a-z0-9]+");

    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        if (!(message.getBody() instanceof KafkaRecord record)) {
            throw new IllegalArgumentException("Only a KafkaRecord can go to Kafka, this has none: send KafkaRecord as the body");
        }
        message.removeHeaders("*");
        record.headers().forEach((name, value) -> {
            if (MAY_LEAVE.matcher(name).matches()) {
                message.setHeader(name, value);
            }
        });
        message.setHeader(KafkaConstants.OVERRIDE_TOPIC, record.topic());
        if (record.key() != null) {
            message.setHeader(KafkaConstants.KEY, record.key());
        }
        message.setBody(record.value());
    }
}
