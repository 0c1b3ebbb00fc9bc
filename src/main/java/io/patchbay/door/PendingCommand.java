package io.patchbay.door;

import io.patchbay.model.Command;
import java.util.List;
import java.util.Optional;

/**
 * A request on its way through the routes.
 *
 * @param context  what the dialect needs to answer it; nobody else looks at it
 * @param commands what it comes to, in order: each is given when the one before was accepted; none when the door answers it without
 *                 asking a cell. Several are made with {@link Command#followedBy}
 */
public record PendingCommand<T>(T context, List<Command> commands) {

    public PendingCommand {
        commands = List.copyOf(commands);
    }

    /** One that comes to one command or none, as most do. */
    public PendingCommand(T context, Optional<Command> command) {
        this(context, command.stream().toList());
    }
}
