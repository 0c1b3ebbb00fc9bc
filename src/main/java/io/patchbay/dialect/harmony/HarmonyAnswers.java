package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.request.HarmonyCommands.Kind;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.CommandId;
import io.patchbay.model.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers one request of a bound client: the reply first, then its events (CHOREOGRAPHY A5). */
record HarmonyAnswers(HarmonyClient client, HarmonyBinding binding, HarmonyRequest request, HarmonyReplies replies) {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    CompletionStage<Void> command(Kind kind, CommandId id, Outcome outcome) {
        request.requestId().ifPresent(own -> binding.accepted().settled(own, outcome));
        try {
            if (outcome.isAccepted()) {
                accepted(kind);
            } else {
                client.send(declined(outcome));
            }
        } finally {
            binding.feed().answered(id);
        }
        return DONE;
    }

    CompletionStage<Void> start(String digest) {
        return binding.start(() -> {
            client.send(replies.done(request));
            remember(digest);
        });
    }

    /** The same answer once more, and nothing else. */
    void repeated(Kind kind, Outcome first) {
        client.send(first.isAccepted() ? success(kind) : declined(first));
    }

    /** With data of our own instead of the request's. */
    CompletionStage<Void> data(ObjectNode data, String digest) {
        client.send(replies.success(request, data));
        remember(digest);
        return DONE;
    }

    CompletionStage<Void> echo(String digest) {
        client.send(replies.success(request));
        remember(digest);
        return DONE;
    }

    /** A signal has no data to give back (harmony.md 2.4). */
    private ObjectNode success(Kind kind) {
        return switch (kind) {
            case START, LOGOUT -> replies.done(request);
            case SIGNAL -> replies.success(request, JsonNodeFactory.instance.objectNode());
            case PREPARE, BIND, ADDRESS_BOOK, ADDRESS_BOOK_STOP, SCRIPTS, CELL -> replies.success(request);
        };
    }

    /** A logout is followed by nothing: what is told is stopped first (DESIGN 4.15). */
    private void accepted(Kind kind) {
        if (kind == Kind.LOGOUT) {
            client.unbind();
            client.send(replies.done(request));
        } else {
            client.send(success(kind));
        }
    }

    private void remember(String digest) {
        request.requestId().ifPresent(id -> binding.accepted().add(id, digest));
    }

    private ObjectNode declined(Outcome outcome) {
        return outcome.match(new Outcome.Cases<>() {
            @Override
            public ObjectNode accepted() {
                return replies.success(request);
            }

            @Override
            public ObjectNode refused(Outcome.Refused refused) {
                return replies.failure(request, HarmonyCode.of(refused.reason()), refused.detail());
            }
        });
    }
}
