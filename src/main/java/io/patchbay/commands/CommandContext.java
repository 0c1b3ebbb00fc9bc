package io.patchbay.commands;

import io.patchbay.door.CommandGateway;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import java.time.Duration;

/**
 * What this door knows beside the command.
 *
 * @param terms those of configuration, which travel with each call
 * @param grace how long a session begun here outlives the member that took the command
 * @param tell  whether agents are shown a supervisor who only listens
 */
record CommandContext(CommandGateway gateway, Directory directory, ContactPolicy terms, Duration grace, boolean tell) { }
