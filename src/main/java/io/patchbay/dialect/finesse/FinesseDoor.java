package io.patchbay.dialect.finesse;

import io.patchbay.dialect.finesse.request.FinesseRefused;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Rejected;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The bean of the REST route: requests below {@code /finesse/api} become commands and responses. No method throws or blocks. */
public final class FinesseDoor implements ErrorRenderer {
    private static final int BASE_SEGMENTS = 2;
    private final FinesseUsers users;
    private final FinesseReads reads;
    private final FinesseOperations operations;
    private final Rejections rejections;

    /** @param rejections gets the bodies that are no text */
    public FinesseDoor(FinesseUsers users, FinesseReads reads, FinesseOperations operations, Rejections rejections) {
        this.users = users;
        this.reads = reads;
        this.operations = operations;
        this.rejections = rejections;
    }

    /** The commands of the request. A request that only reads, or is refused, has none but its answer. */
    public CompletionStage<PendingCommand<FinesseCompletion>> decode(HttpRequest request) {
        return decoded(request).thenApply(pending -> pending.named(request.operation()));
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> decoded(HttpRequest request) {
        if (request.why().isPresent()) {
            rejections.add(Rejected.of(FinesseFeeds.DIALECT, request.why().get(), 0));
            return CompletableFuture.completedFuture(FinesseAnswers.pending(FinesseAnswers.refused(
                    new FinesseRefused(ErrorType.INVALID_INPUT, "request", request.why().get()))));
        }
        return users.admit(request).thenCompose(agent -> CompletableFuture.completedFuture(agent)
                .thenCompose(admitted -> admitted(admitted, request))
                .exceptionally(error -> FinesseAnswers.pending(FinesseAnswers.failure(error)))
                .thenApply(pending -> pending.by(agent.id())))
                .exceptionally(error -> FinesseAnswers.pending(FinesseAnswers.failure(error)));
    }

    private CompletionStage<PendingCommand<FinesseCompletion>> admitted(AgentEntry agent, HttpRequest request) {
        List<String> all = request.segments();
        List<String> path = all.subList(Math.min(BASE_SEGMENTS, all.size()), all.size());
        return request.method().equals("GET")
                ? reads.read(agent, path, request.query()).thenApply(object -> FinesseAnswers.pending(FinesseAnswers.object(object)))
                : operations.decode(agent, path, request);
    }

    /** Never completes exceptionally. */
    public CompletionStage<HttpResponse> reply(CompletedCommand<FinesseCompletion> completed) {
        return completed.context().answer(completed.outcomes()).exceptionally(FinesseAnswers::failure);
    }

    @Override
    public boolean renders(String path) {
        return path.equals(Resource.BASE) || path.startsWith(Resource.BASE + "/") || path.equals(FinesseNotifications.PATH);
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        return FinesseAnswers.refused(status, sentence);
    }
}
