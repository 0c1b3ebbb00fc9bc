/**
 * The business rules: decide, evolve, react, deadlines, and the actions for clients. Takes state and commands, returns outcomes, events
 * and follow-ups. Pure. May import the model only.
 */
package io.patchbay.rules;
