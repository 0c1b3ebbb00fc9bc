package io.patchbay.door.session;

import io.patchbay.model.Command;
import io.patchbay.model.SessionId;

/** A command that binds a client, and its session after the acceptance of the command. */
public record SessionStart(SessionId session, Command command) { }
