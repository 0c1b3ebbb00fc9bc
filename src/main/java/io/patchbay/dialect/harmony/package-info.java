/**
 * The Harmony session protocol (harmony.md, BINDINGS Harmony, CHOREOGRAPHY A and B): connections, bindings and deliveries. Connection
 * events of clients and bodies of POST come in. {@code request} reads them, {@code frame} writes events, and both share {@code words}.
 * May import the door, the rules' tables of actions, the model and, for connections, the wire.
 */
package io.patchbay.dialect.harmony;
