package io.patchbay.door;

import io.patchbay.model.Command;
import java.util.List;
import java.util.Optional;

/**
 * A request on its way through the routes.
 *
 * @param context for the answer of the dialect; nobody else reads it
 * @param commands in order; each runs after the acceptance of the one before; empty if the door answers without a cell. {@link
 * Command#followedBy} makes several
 */
public record PendingCommand<T>(T context, List<Command> commands) {

    public PendingCommand {
        commands = List.copyOf(commands);
    }

    /** A request with one command or none, as most are. */
    public PendingCommand(T context, Optional<Command> command) {
        this(context, command.stream().toList());
    }
}
