package io.patchbay.door;

import io.patchbay.model.Command;
import java.util.Optional;

/**
 * A request on its way through the routes.
 *
 * @param context what the dialect needs to answer it; nobody else looks at it
 * @param command what it comes to; empty when the door answers it without asking a cell
 */
public record PendingCommand<T>(T context, Optional<Command> command) { }
