/**
 * Output to Kafka. Canonical events and snapshots come in. Records with topic, key, CloudEvents headers and JSON go out through the
 * Camel route behind {@code direct:kafka}, and offsets come back. Replies to commands are committed with the position of their command.
 * Rejected messages are written separately, a few a second. May import the model and Camel, but not the grid, the rules or a dialect.
 */
package io.patchbay.publish;
