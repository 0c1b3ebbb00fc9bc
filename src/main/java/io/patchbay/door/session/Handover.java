package io.patchbay.door.session;

import java.util.Optional;

/** A new connection of a session. @param older the connection that it replaces */
record Handover<C extends SessionClient<?>>(Optional<SessionConnection<C>> older, SessionConnection<C> connection) { }
