/**
 * What every door needs and no dialect says: who is signed in on which connection, what a client has been told and what it is owed.
 * Comes in from the dialects as commands, goes out to them as steps of what happened. May import the grid, the rules and the model.
 */
package io.patchbay.door;
