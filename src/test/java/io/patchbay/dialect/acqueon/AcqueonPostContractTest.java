package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.contract.Client;
import io.patchbay.contract.Posting;
import io.patchbay.testing.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Envelopes over POST, each with credentials. */
class AcqueonPostContractTest extends AcqueonContract {
    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Poster(new Posting(at.http(), user, names), user);
    }

    private static final class Poster implements Toggling {
        private final Posting post;
        private boolean ready;

        Poster(Posting post, String user) {
            this.post = post;
            assertThat(ask(envelope("Agent", "SetUserInfo", Map.of("username", user, "password", user))).refusal()).isEmpty();
        }

        @Override
        public boolean toggle() {
            ready = !ready;
            return ready;
        }

        @Override
        public void send(String request) {
            post.send("/acqueon", request);
        }

        @Override
        public Answer answer() {
            HttpResponse<String> response = post.next();
            JsonNode body = CiscoClient.tree(response.body());
            assertThat(response.statusCode()).isEqualTo(refusal(body).isEmpty() ? 202 : 400);
            return new Answer(response.body(), refusal(body));
        }

        @Override
        public void sendAndLeave(String request) {
            post.sendAndLeave("/acqueon", request);
        }

        @Override
        public void close() {
            ask(envelope("Agent", "SetNotReadyState", Map.of()));
            ask(envelope("Connection", "Logout", Map.of()));
        }
    }
}
