package io.patchbay.kafka;

import java.util.Map;

/**
 * What makes the connections to the brokers safe: encryption, authentication, or neither.
 *
 * @param settings of every client, by Kafka's names. A secret is a {@link org.apache.kafka.common.config.types.Password}, so neither this
 *                 nor a log of Kafka shows it
 */
public record KafkaSecurity(Map<String, Object> settings) {

    /** Readable and without a user, as a broker on the loopback interface has it. */
    public static final KafkaSecurity NONE = new KafkaSecurity(Map.of());

    public KafkaSecurity {
        settings = Map.copyOf(settings);
    }
}
