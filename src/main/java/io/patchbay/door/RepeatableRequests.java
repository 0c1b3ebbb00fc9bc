package io.patchbay.door;

import io.patchbay.grid.NamedRequests;
import io.patchbay.grid.NamedRequests.Named;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Requests of single clients that have a key of their own, as by the header Idempotency-Key. A repeat of such a request gets the reply of
 * the first one and does nothing again, at every member, for ten minutes. If the member of the first one is lost before its reply, the
 * repeat runs the same commands, and a cell takes none of them twice. No method blocks. A stage completes exceptionally if the grid does
 * not answer.
 */
public final class RepeatableRequests {
    private final NamedRequests grid;
    private final String scope;

    /** @param scope the name of the dialect; keys of another scope are others */
    public RepeatableRequests(NamedRequests grid, String scope) {
        this.grid = grid;
        this.scope = scope;
    }

    /**
     * A request that began before.
     *
     * @param digest   of its content
     * @param commands to run again; empty if it was answered
     * @param status   an HTTP code
     * @param reply    the text for the case that all commands are accepted
     */
    public record Begun(String digest, List<Command> commands, int status, String reply) { }

    /** The id of the request. Two agents with the same key never meet. */
    public CommandId id(AgentId agent, String key) {
        return Ids.command(agent.value(), scope, key);
    }

    public CompletionStage<Optional<Begun>> find(CommandId id) {
        return grid.find(id.value()).thenApply(found -> found.map(RepeatableRequests::begun));
    }

    /** Keeps a request before its commands run, unless one with its id began at the same time. Returns that other one, if any. */
    public CompletionStage<Optional<Begun>> begin(CommandId id, Begun request) {
        return grid.begin(id.value(), new Named(request.digest(), request.commands(), request.status(), request.reply(), false))
                .thenApply(other -> other.map(RepeatableRequests::begun));
    }

    /** Keeps the reply. */
    public CompletionStage<Void> answered(CommandId id, String digest, int status, String reply) {
        return grid.answered(id.value(), digest, status, reply);
    }

    private static Begun begun(Named found) {
        return new Begun(found.digest(), found.answered() ? List.of() : found.commands(), found.status(), found.reply());
    }
}
