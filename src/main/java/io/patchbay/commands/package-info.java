/**
 * The door for middleware: canonical commands from {@code cti.commands}, outcomes to {@code cti.replies} (BINDINGS, canonical commands
 * over Kafka). A {@link io.patchbay.wire.RecordRequest} comes in, becomes one canonical command of the agent in the record, and a
 * {@link io.patchbay.publish.Reply} goes out. May import the doors, the rules, the model, the strict JSON of the dialects, the reply of
 * publish and the record of the wire, but no dialect and no grid.
 */
package io.patchbay.commands;
