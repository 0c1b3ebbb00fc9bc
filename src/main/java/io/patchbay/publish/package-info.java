/**
 * What leaves for Kafka. In come canonical events and snapshots; out go records with topic, key, CloudEvents headers and JSON, through
 * the Camel route behind {@code direct:kafka}, and offsets come back. Replies to commands leave with the position of their command.
 * May import the model and Camel; not the grid, the rules or a dialect.
 */
package io.patchbay.publish;
