/**
 * Acqueon Workspace (acqueon.md, BINDINGS Acqueon, CHOREOGRAPHY E): envelopes of three channels, each with its verbs and its events. On the
 * channel Cisco calls are dialogs of Finesse. {@code request} reads verbs, {@code frame} writes events, and both share {@code words}. May
 * import the door, the rules' tables of actions, the model and, for connections, the wire.
 */
package io.patchbay.dialect.acqueon;
