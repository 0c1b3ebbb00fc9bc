package io.patchbay.publish;

/** The place of a record on Kafka. */
public record Offset(String topic, int partition, long offset) { }
