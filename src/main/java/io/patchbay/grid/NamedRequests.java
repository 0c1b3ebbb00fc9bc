package io.patchbay.grid;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.map.IMap;
import io.patchbay.model.Command;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Requests that have a name of their own, in the grid for {@link HazelcastConfig#NAMED_SECONDS}, with a backup like every cell. So a repeat
 * at any member is the same request. No method blocks or throws. A stage completes exceptionally if the owner of the entry does not answer,
 * or if there is no majority of members.
 */
public final class NamedRequests {
    private final IMap<String, Named> requests;

    private NamedRequests(IMap<String, Named> requests) {
        this.requests = requests;
    }

    /**
     * A request.
     *
     * @param digest   of its content
     * @param commands of the request; a cell that has taken one of them does not take it again
     * @param status   of its reply, an HTTP code
     * @param reply    its text; until it is answered the one for the case that all commands are accepted
     */
    public record Named(String digest, List<Command> commands, int status, String reply, boolean answered) { }

    /** Through this member. */
    public static NamedRequests of(Grid grid) {
        return new NamedRequests(grid.hazelcast().getMap(HazelcastConfig.NAMED_REQUESTS));
    }

    public CompletionStage<Optional<Named>> find(String name) {
        try {
            return requests.getAsync(name).thenApply(Optional::ofNullable);
        } catch (HazelcastException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Keeps a request that begins, unless there is one of this name. Returns that other one, if any. */
    public CompletionStage<Optional<Named>> begin(String name, Named request) {
        try {
            return requests.submitToKey(name, new KeepFirst(request)).thenApply(Optional::ofNullable);
        } catch (HazelcastException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Keeps the reply that the request got. */
    public CompletionStage<Void> answered(String name, String digest, int status, String reply) {
        try {
            return requests.setAsync(name, new Named(digest, List.of(), status, reply, true));
        } catch (HazelcastException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
