/**
 * The events door: the two event topics as a stream for each subscriber, filtered by what it may see and asked for, resumable by cursor.
 * Records of the topics and what subscribers ask for come in, CloudEvents as text go out. May import the wire's values, doors, publishing,
 * the rules and the model; never the grid: whatever happens here, commands do not wait for it.
 */
package io.patchbay.events;
