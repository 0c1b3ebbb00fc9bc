package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.request.HarmonyCommands.Known;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.session.PendingRequest;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One request of a bound client, and its answers: the reply first, then its events (CHOREOGRAPHY A5).
 *
 * @param digest of its payload
 */
record BoundRequest(HarmonyClient client, SessionConnection<HarmonySession> session, HarmonyRequest request, Known known, String digest,
        HarmonyReplies replies) {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    CompletionStage<Void> completed(PendingRequest pending, Outcome outcome) {
        session.requests().completed(pending, outcome, () -> {
            if (outcome.isAccepted() && pending.command().body() instanceof AgentCommand.EndSession) {
                client.logOut();
            }
            answer(outcome);
        });
        return DONE;
    }

    CompletionStage<Void> start() {
        return session.start(this::accept);
    }

    /** The same answer once more, and nothing else. */
    void answer(Outcome outcome) {
        client.send(outcome instanceof Outcome.Refused refused
                ? replies.failure(request, HarmonyCode.of(refused.reason()), refused.detail())
                : known.success().apply(replies, request));
    }

    /** With data of our own instead of the request's. */
    CompletionStage<Void> data(ObjectNode data) {
        client.send(replies.success(request, data));
        remember();
        return DONE;
    }

    /** A request without a command. */
    CompletionStage<Void> accept() {
        client.send(known.success().apply(replies, request));
        remember();
        return DONE;
    }

    private void remember() {
        request.requestId().ifPresent(id -> session.requests().accepted().add(id, digest));
    }
}
