package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.contract.Client;
import io.patchbay.contract.Connection;
import io.patchbay.testing.RunningGateway;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Envelopes of the channel Amazon over a WebSocket. */
class AmazonContractTest extends AcqueonContract {

    private static ObjectNode amazon(String topic, String subtopic) {
        return CiscoClient.envelope(topic, subtopic, Map.of()).put("channel", "Amazon");
    }

    private static String bare(String subtopic, String data) {
        return amazon("InboundCall", subtopic).put("data", data).toString();
    }

    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Socket(new CiscoClient(Connection.webSocket(at.http(), "/acqueon", List.of(), names)), user);
    }

    @Override
    protected String harmless() {
        return amazon("InboundCall", "SetDance").toString();
    }

    @Override
    protected String change(Client by, String id) {
        return amazon("Agent", ((Toggling) by).toggle() ? "SetReady" : "SetNotReady").put("requestId", id).toString();
    }

    @Override
    protected List<String> unreadable() {
        String good = amazon("Agent", "SetReady").toString();
        return Stream.concat(super.unreadable().stream(), Stream.of(good.replace("\"data\":{}", "\"data\":[]"),
                good.replace("\"data\":{}", "\"data\":\"x\""), good.replace("Amazon", "Cisco"),
                bare("Hold", "x".repeat(20_000)),
                amazon("InboundCall", "Hold").put("data", true).toString(),
                amazon("InboundCall", "SendDTMF").put("data", 1.5).toString(),
                amazon("InboundCall", "Consult").put("data", "ben").toString())).toList();
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        ObjectNode signIn = amazon("Agent", "SetUserInfo");
        signIn.putObject("data").put("username", "ben").put("password", "ben");
        return List.of(bare("Answer", NONE), bare("Hold", "0123456789ABCDEF"), bare("Disconnect", NONE), bare("Transfer", "ben"),
                signIn.toString());
    }

    private static final class Socket extends SocketClient {
        private final String user;

        Socket(CiscoClient client, String user) {
            super(client);
            this.user = user;
            ObjectNode signIn = amazon("Agent", "SetUserInfo");
            signIn.putObject("data").put("username", user).put("password", user);
            client.send(signIn.toString());
            client.await(envelope -> envelope.path("subtopic").asText().equals("SetAgentState"));
        }

        /** The channel has no logout, so the socket goes to another one for it. A gateway with a low limit may refuse both. */
        @Override
        public void close() {
            ask(amazon("Agent", "SetNotReady").put("requestId", "not-ready").toString());
            client.send(CiscoClient.envelope("Agent", "SetUserInfo", Map.of("username", user, "password", user)).toString());
            client.await(envelope -> !CiscoClient.error(envelope).isEmpty() || envelope.path("channel").asText().equals("Cisco")
                    && envelope.path("subtopic").asText().equals("SetAgentState"));
            client.send(CiscoClient.envelope("Connection", "Logout", Map.of()).put("requestId", "logout").toString());
            client.await(envelope -> envelope.path("requestId").asText().equals("logout"));
            client.cut();
        }
    }
}
