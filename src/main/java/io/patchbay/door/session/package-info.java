/**
 * One client session for all dialects: the agent of a client, its binding, its deliveries and its requests. A dialect provides its
 * name, its {@link io.patchbay.door.session.Exclusivity}, and for each connection a {@link io.patchbay.door.session.SessionClient} with
 * an encoder. Requests come in from the dialect and leave as commands. Events come in from the feed and leave through the encoder. May
 * import the door and the model.
 */
package io.patchbay.door.session;
