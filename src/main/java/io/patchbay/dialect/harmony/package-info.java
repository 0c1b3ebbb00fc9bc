/**
 * The Harmony session protocol (harmony.md, BINDINGS Harmony, CHOREOGRAPHY A and B). Signals of a client's connection come in and become
 * canonical commands; outcomes become replies, and canonical events, with what was before and after them, the frames that Harmony
 * documents for them, in its order. May import the door, the rules' tables of actions, the model and, for connections, the wire.
 */
package io.patchbay.dialect.harmony;
