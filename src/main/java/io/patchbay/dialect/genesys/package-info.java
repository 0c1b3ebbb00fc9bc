/**
 * Genesys Web Services 8.5 (genesys.md, BINDINGS Genesys, CHOREOGRAPHY C): REST below {@code /api/v2} and notifications over CometD.
 * HTTP requests and connection events come in. {@code request} reads operations, {@code frame} writes resources and notifications, and
 * both share {@code words}. May import the door, the rules' tables of actions, the model and, for connections, the wire.
 */
package io.patchbay.dialect.genesys;
