/**
 * What the business allows: decide, evolve, react, deadlines, and the actions a client may be shown. Takes state and commands, gives
 * outcomes, events and follow-ups. Pure; may import the model only.
 */
package io.patchbay.rules;
