package io.patchbay.door.session;

import java.util.Optional;

/** A connection that comes to a session. @param older the one whose place it takes */
record Handover<C extends SessionClient<?>>(Optional<SessionConnection<C>> older, SessionConnection<C> connection) { }
