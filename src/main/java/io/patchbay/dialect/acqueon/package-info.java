/**
 * Acqueon Workspace, channel Cisco (acqueon.md, BINDINGS Acqueon, CHOREOGRAPHY E): envelopes with calls as Finesse dialogs. {@code request}
 * reads verbs, {@code frame} writes events, and both share {@code words}. May import the door, the rules' tables of actions, the model
 * and, for connections, the wire.
 */
package io.patchbay.dialect.acqueon;
