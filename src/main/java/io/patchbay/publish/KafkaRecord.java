package io.patchbay.publish;

import java.util.Map;

/**
 * One record for a topic.
 *
 * @param key decides the partition; records of one key keep their order; null for no order
 * @param headers text by name; only CloudEvents attributes ({@code ce_...}) and {@code content-type} are sent, others are dropped
 * @param value the bytes, not copied; null is a tombstone
 */
public record KafkaRecord(String topic, String key, Map<String, String> headers, byte[] value) {
    public KafkaRecord {
        if (topic.isBlank() || key != null && key.isBlank()) {
            throw new IllegalArgumentException("A record needs a topic, and a key or none, not '" + topic + "' and '" + key + "'");
        }
        headers = Map.copyOf(headers);
    }

    /** Without the value, which may hold texts of people. */
    @Override
    public String toString() {
        return "KafkaRecord[" + topic + ", " + key + ", " + (value == null ? "tombstone" : value.length + " bytes") + "]";
    }
}
