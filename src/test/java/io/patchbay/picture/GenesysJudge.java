package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Ids;
import io.patchbay.picture.GenesysClient.Reply;
import io.patchbay.picture.GenesysRequest.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges the replies to a Genesys agent. A refusal of what is listed has its excuse if a notification of the same contact or call, or of
 * the agent's state, comes after the request was sent.
 */
final class GenesysJudge {
    private static final int INVALID = 2;
    private static final Set<Integer> REFUSALS = Set.of(INVALID, 6);

    private final GenesysClient client;
    private final Answers answers;
    private final List<Open> open = new ArrayList<>();

    /** A refusal that needs an excuse. */
    private record Open(GenesysRequest request, Reply reply, int sentAfter) { }

    GenesysJudge(GenesysClient client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    /** @param before how much the client was told when it sent the request; @param key of the request, or empty */
    void take(GenesysRequest request, Reply reply, int before, String key) {
        boolean success = reply.code() == 0;
        if (!key.isEmpty() && (success || request.isOneStep())) {
            answers.note(command(key), request.operation(), success);
        } else if (success) {
            answers.came(request.operation());
        }
        boolean wrong = switch (request.expected()) {
            case LISTED -> !success && !REFUSALS.contains(reply.code());
            case OPEN -> !success && !REFUSALS.contains(reply.code()) && reply.code() != 1;
            case MALFORMED -> success;
        };
        if (wrong) {
            throw new AssertionError(request + " should not be answered like this: " + reply + client.history());
        }
        boolean other = request.dependsOnDestination() && reply.code() == INVALID;
        if (request.expected() == Expected.LISTED && !success && !other) {
            open.add(new Open(request, reply, before));
        }
    }

    /** The id of the command of a request with that key (BINDINGS, Genesys). */
    private String command(String key) {
        return "gws-" + Ids.digest(client.agent()).substring(0, 8) + "-" + Ids.command(client.agent(), "genesys", key).value();
    }

    /** Once all that was on its way has come. */
    void checkExcuses() {
        for (Open one : open) {
            assertThat(client.toldFrom(one.sentAfter)).as("what came after %s was listed, sent and refused: %s%s", one.request, one.reply,
                    client.history()).containsAnyOf(one.request.path(), "", GenesysClient.ALL);
        }
        open.clear();
    }
}
