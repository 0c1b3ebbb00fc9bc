package io.patchbay.door.session;

import io.patchbay.model.Command;
import io.patchbay.model.SessionId;

/** A command that binds a client, and the session it is bound to once the command is accepted. */
public record SessionStart(SessionId session, Command command) { }
