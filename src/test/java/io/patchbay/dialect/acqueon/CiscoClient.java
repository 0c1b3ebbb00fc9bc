package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.contract.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A client on the channel Cisco over a WebSocket. */
final class CiscoClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private final Connection connection;
    private final List<JsonNode> seen = new ArrayList<>();

    CiscoClient(URI gateway) {
        this(Connection.webSocket(gateway, "/acqueon", List.of(), List.of()));
    }

    CiscoClient(Connection connection) {
        this.connection = connection;
    }

    /** One with Basic credentials on the upgrade request. */
    static CiscoClient of(URI gateway, String user, String password) {
        return new CiscoClient(Connection.webSocketOf(gateway, "/acqueon", user, password));
    }

    static ObjectNode envelope(String topic, String subtopic, Map<String, String> data) {
        ObjectNode envelope = JSON.createObjectNode().put("channel", "Cisco").put("topic", topic).put("subtopic", subtopic);
        data.forEach(envelope.putObject("data")::put);
        return envelope;
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    /** The type of the error, empty for an event. */
    static String error(JsonNode envelope) {
        return envelope.path("subtopic").asText().equals("SetAPIError") ? envelope.at("/data/data/errorType").asText() : "";
    }

    void send(String text) {
        connection.send(text);
    }

    CiscoClient send(String topic, String subtopic, Map<String, String> data) {
        send(envelope(topic, subtopic, data).toString());
        return this;
    }

    /** Signs in and waits for the state of the agent. */
    CiscoClient signIn(String agent, String extension) {
        send("Agent", "SetUserInfo", Map.of("username", agent, "password", agent, "extension", extension));
        await(envelope -> envelope.path("subtopic").asText().equals("SetAgentState"));
        return this;
    }

    JsonNode next() {
        JsonNode envelope = tree(connection.next());
        seen.add(envelope);
        return envelope;
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        JsonNode envelope = next();
        while (!wanted.test(envelope)) {
            envelope = next();
        }
        return envelope;
    }

    JsonNode awaitState(String state) {
        return await(envelope -> envelope.path("subtopic").asText().equals("SetAgentState")
                && envelope.at("/message/data/state").asText().equals(state));
    }

    String awaitError() {
        return error(await(envelope -> !error(envelope).isEmpty()));
    }

    List<JsonNode> seen() {
        return seen;
    }

    /** Signs out and leaves. */
    @Override
    public void close() {
        send("Agent", "SetNotReadyState", Map.of());
        send("Connection", "Logout", Map.of());
        await(envelope -> error(envelope).equals("Authorization Failure")
                || envelope.at("/message/data/state").asText().equals("LOGOUT"));
        connection.cut();
    }

    void cut() {
        connection.cut();
    }
}
