package io.patchbay.dialect.acqueon;

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

    private static final class Socket extends SocketClient {

        Socket(CiscoClient client, String user) {
            super(client.signIn(user, ""));
            client.send("Bus", "Subscribe", Map.of());
            client.awaitError();
        }

        @Override
        public void close() {
            ask(CiscoClient.envelope("Agent", "SetNotReadyState", Map.of()).put("requestId", "not-ready").toString());
            ask(CiscoClient.envelope("Connection", "Logout", Map.of()).put("requestId", "logout").toString());
            client.cut();
        }
    }
}
