/**
 * Kafka as the gateway finds or makes it: an embedded single-node broker, and the topics every broker must have.
 * In come a directory, an address and numbers from the configuration; out goes a bootstrap address that answers.
 * Nothing of ours may be imported here, and {@code kafka.server} only by {@link io.patchbay.broker.EmbeddedBroker}.
 */
package io.patchbay.broker;
