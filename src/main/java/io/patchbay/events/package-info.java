/**
 * The events door: the two event topics as a stream for each subscriber, filtered by its rights and its request, resumable with a
 * cursor. Records of the topics and requests of subscribers come in, CloudEvents as text go out. May import values of the wire, doors,
 * publishing, the rules and the model, but not the grid, so commands never wait for it.
 */
package io.patchbay.events;
