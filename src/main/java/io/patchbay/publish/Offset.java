package io.patchbay.publish;

/** Where Kafka put a record. */
public record Offset(String topic, int partition, long offset) { }
