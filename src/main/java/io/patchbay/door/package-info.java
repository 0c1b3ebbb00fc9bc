/**
 * The common part of all doors: signed-in clients, deliveries and waiting replies. Dialects send commands and get deliveries. May
 * import the grid, the rules and the model.
 */
package io.patchbay.door;
