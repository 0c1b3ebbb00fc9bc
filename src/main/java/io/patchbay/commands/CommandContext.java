package io.patchbay.commands;

import io.patchbay.door.CommandGateway;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import java.time.Duration;

/**
 * The parts of the gateway that this door uses.
 *
 * @param terms the configured policy that travels with each call
 * @param grace the time for which a session begun here outlives the member that took the command
 * @param tell whether agents see a supervisor who monitors silently
 */
record CommandContext(CommandGateway gateway, Directory directory, ContactPolicy terms, Duration grace, boolean tell) { }
