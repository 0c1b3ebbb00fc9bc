/**
 * Kafka for the gateway: an embedded single-node broker, and the topics of every broker. Configured values come in, and a bootstrap
 * address that answers goes out. Imports no other package of the gateway. Only {@link io.patchbay.broker.EmbeddedBroker} imports {@code
 * kafka.server}.
 */
package io.patchbay.broker;
