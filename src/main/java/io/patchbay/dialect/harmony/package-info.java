/**
 * The Harmony session protocol (harmony.md, BINDINGS Harmony, CHOREOGRAPHY A and B): who is connected, bound, and told what. Signals of a
 * client's connection and bodies of POST come in; what they ask is read in {@code request}, what follows is written in {@code frame}, and
 * both share {@code words}. May import the door, the rules' tables of actions, the model and, for connections, the wire.
 */
package io.patchbay.dialect.harmony;
