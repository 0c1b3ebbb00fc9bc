/**
 * The clients of Kafka: the one place that makes them, with the brokers and the security of the configuration. Knows nobody. Not the
 * embedded broker, which is in {@code broker}.
 */
package io.patchbay.kafka;
