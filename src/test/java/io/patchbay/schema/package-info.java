/**
 * The schemas of what is published, derived from the model's records and from the words in {@code src/docs/event-words.properties}.
 * In go the sealed event families and the words; out come the files in {@code src/main/resources/schemas} and the table in
 * {@code src/docs/events.md}. Test scope only: the gateway serves the files, it does not make them.
 */
package io.patchbay.schema;
