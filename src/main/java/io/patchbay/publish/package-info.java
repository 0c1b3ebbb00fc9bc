/**
 * What leaves for Kafka. In come canonical events and snapshots; out go records with topic, key, CloudEvents headers and JSON, through
 * the Camel route behind {@code direct:kafka}, and offsets come back. Replies to commands leave with the position of their command;
 * what doors could not read leaves by itself, a little at a time.
 * May import the model and Camel; not the grid, the rules or a dialect.
 */
package io.patchbay.publish;
