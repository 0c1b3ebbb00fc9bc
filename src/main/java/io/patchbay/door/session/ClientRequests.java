package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.Inquiry;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The requests of one client: their commands, their repeats, and the reply or event that answers each. Thread-safe. */
public final class ClientRequests {
    private final CommandGateway gateway;
    private final SessionPolicy policy;
    private final List<String> scope;
    private final AcceptedRequests accepted;
    private final PendingReplies<String> pending = new PendingReplies<>();
    private final Supplier<Feed> feed;

    /** @param scope separates the request ids of this client from those of others */
    ClientRequests(CommandGateway gateway, SessionPolicy policy, List<String> scope, AcceptedRequests accepted, Supplier<Feed> feed) {
        this.gateway = gateway;
        this.policy = policy;
        this.scope = List.copyOf(scope);
        this.accepted = accepted;
        this.feed = feed;
    }

    /** The requests whose repeats have no effect. */
    public AcceptedRequests accepted() {
        return accepted;
    }

    /**
     * The command of a request, the same for the same request id. If the dialect replies before events, the events of the command wait
     * for {@link #completed}.
     *
     * @param digest of the payload, to detect another payload under the same request id
     */
    public PendingRequest expect(Optional<String> requestId, String digest, Subject target, Body body) {
        CommandId id = requestId.map(this::commandId).orElseGet(gateway::newId);
        switch (policy.replies()) {
            case BEFORE_EVENTS -> feed.get().expect(id);
            case BY_EVENT -> requestId.ifPresent(own -> pending.expect(id, own));
        }
        requestId.ifPresent(own -> accepted.sent(own, digest));
        return new PendingRequest(Command.of(id, gateway.now(), target, body, digest), requestId);
    }

    /** Runs the reply, then releases the waiting events. */
    public void completed(PendingRequest request, Outcome outcome, Runnable reply) {
        request.requestId().ifPresent(own -> accepted.settled(own, outcome));
        if (!outcome.isAccepted()) {
            pending.settle(request.command().id());
        }
        try {
            reply.run();
        } finally {
            feed.get().answered(request.command().id());
        }
    }

    /**
     * The outcome of an earlier command of this request, whichever member or connection it came through, as the first of these cells
     * that remembers it tells. Empty if none does. Never completes exceptionally.
     *
     * @param digest of the payload; CONFLICT if the earlier one had another
     */
    public CompletionStage<Optional<Outcome>> earlier(String requestId, String digest, List<Subject> cells) {
        if (cells.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Command inquiry = Command.of(commandId(requestId), gateway.now(), cells.get(0), new Inquiry(), digest);
        return gateway.dispatch(new PendingCommand<>(this, Optional.of(inquiry))).thenCompose(done ->
                done.outcome() instanceof Outcome.Refused refused && refused.reason() == Reason.UNKNOWN
                        ? earlier(requestId, digest, cells.subList(1, cells.size()))
                        : CompletableFuture.completedFuture(Optional.of(done.outcome())));
    }

    /** The request id that this event answers. Empty if it answers none, or an earlier event did. */
    public Optional<String> settle(Recorded event) {
        return pending.settle(event.correlation());
    }

    private CommandId commandId(String requestId) {
        return Ids.command(Stream.concat(scope.stream(), Stream.of(requestId)).toArray(String[]::new));
    }
}
