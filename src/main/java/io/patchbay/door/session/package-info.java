/**
 * One client session, the same for all dialects: which agent a client is signed in as, its binding, what it is told and what it asked for.
 * A dialect gives its name, its {@link io.patchbay.door.session.Exclusivity}, and for each connection a
 * {@link io.patchbay.door.session.SessionClient} with an encoder. Requests come in from the dialect and leave as commands; events come in
 * from the feed and leave through the encoder. May import the door and the model.
 */
package io.patchbay.door.session;
