package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.contract.Client;
import io.patchbay.contract.Connection;
import io.patchbay.testing.RunningGateway;
import java.util.List;
import java.util.Map;

/** Envelopes over a WebSocket. An accepted one is answered by its first event, which repeats the id. */
class AcqueonSocketContractTest extends AcqueonContract {
    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Socket(new CiscoClient(Connection.webSocket(at.http(), "/acqueon", List.of(), names)), user);
    }

    private static final class Socket implements Toggling {
        private final CiscoClient client;
        private boolean ready;

        Socket(CiscoClient client, String user) {
            this.client = client.signIn(user, "");
            client.send("Bus", "Subscribe", Map.of());
            client.awaitError();
        }

        @Override
        public boolean toggle() {
            ready = !ready;
            return ready;
        }

        @Override
        public void send(String request) {
            client.send(request);
        }

        @Override
        public Answer answer() {
            JsonNode answer = client.await(envelope -> envelope.has("requestId") || !CiscoClient.error(envelope).isEmpty());
            return new Answer(answer.toString(), refusal(answer));
        }

        @Override
        public void sendAndLeave(String request) {
            client.send(request);
            client.cut();
        }

        @Override
        public void close() {
            ask(CiscoClient.envelope("Agent", "SetNotReadyState", Map.of()).put("requestId", "not-ready").toString());
            ask(CiscoClient.envelope("Connection", "Logout", Map.of()).put("requestId", "logout").toString());
            client.cut();
        }
    }
}
