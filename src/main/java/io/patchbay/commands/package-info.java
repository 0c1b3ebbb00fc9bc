/**
 * The door for middleware: canonical commands from {@code cti.commands}, outcomes to {@code cti.replies} (BINDINGS, canonical commands
 * over Kafka). In comes a {@link io.patchbay.wire.RecordRequest}, out goes a {@link io.patchbay.publish.Reply}; in between is one canonical
 * command of the agent the record names. May import the doors, the rules, the model, the strict JSON of the dialects, the reply of
 * publish and the record of the wire; no dialect, no grid, no Camel.
 */
package io.patchbay.commands;
