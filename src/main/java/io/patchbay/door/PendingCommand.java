package io.patchbay.door;

import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import java.util.List;
import java.util.Optional;

/**
 * A request on its way through the routes.
 *
 * @param context for the answer of the dialect; nobody else reads it
 * @param commands in order; each runs after the acceptance of the one before; empty if the door answers without a cell. {@link
 * Command#followedBy} makes several
 * @param summary for the log
 */
public record PendingCommand<T>(T context, List<Command> commands, RequestSummary summary) {

    public PendingCommand {
        commands = List.copyOf(commands);
    }

    public PendingCommand(T context, List<Command> commands) {
        this(context, commands, RequestSummary.NONE);
    }

    /** A request with one command or none, as most are. */
    public PendingCommand(T context, Optional<Command> command) {
        this(context, command.stream().toList());
    }

    /** A request that is answered without a command. @param outcome for the log, in the words of the dialect */
    public static <T> PendingCommand<T> answered(T context, String outcome) {
        return new PendingCommand<>(context, List.of(), RequestSummary.answered(outcome));
    }

    /** The same request with another context. */
    public <U> PendingCommand<U> with(U next) {
        return new PendingCommand<>(next, commands, summary);
    }

    /** The same request with an operation for the log. */
    public PendingCommand<T> named(String operation) {
        return new PendingCommand<>(context, commands, summary.named(operation));
    }

    /** The same request with who asks, for the log. */
    public PendingCommand<T> by(AgentId agent) {
        return new PendingCommand<>(context, commands, summary.by(agent));
    }
}
