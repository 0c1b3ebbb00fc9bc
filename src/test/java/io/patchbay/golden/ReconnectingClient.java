package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A client that may lose its connection before any frame and binds its session again; keeps what it received completely. */
final class ReconnectingClient {
    private static final int MOST_LOSSES = 15;

    private final Supplier<FarEnd.Line> door;
    private final BooleanSupplier unlucky;
    private final String agent;
    final Map<String, List<JsonNode>> complete = new LinkedHashMap<>();
    final Map<String, Long> after = new LinkedHashMap<>();
    private final List<JsonNode> group = new ArrayList<>();
    FarEnd.Line line;
    String session = "";
    int lost;
    private int requests;

    /** @param unlucky asked before each frame, whether the connection is lost now; from the start of the session on */
    ReconnectingClient(String agent, Supplier<FarEnd.Line> door, BooleanSupplier unlucky) {
        this.agent = agent;
        this.door = door;
        this.unlucky = unlucky;
        line = door.get();
    }

    /** One that never loses its connection, with one telephone channel that is ready. */
    static ReconnectingClient ready(String agent, Supplier<FarEnd.Line> door) {
        ReconnectingClient client = new ReconnectingClient(agent, door, () -> false);
        client.getReady();
        return client;
    }

    void getReady() {
        signIn();
        ask("session.request.addchannelgroup", session,
            "{\"channelgroup\":{\"name\":\"\",\"chat\":false,\"email\":false,\"callback\":false}}");
        String channel = until(is("channel.initialized")).path("target").asText();
        ask("channel.request.activate", channel, "{}");
        ask("channel.request.ready", channel, "{}");
        untilState("READY");
    }

    void signOut() {
        send("{\"command\":\"session.request.logout\",\"target\":\"" + session + "\",\"data\":{}}");
        JsonNode frame = read();
        while (!frame.path("command").asText().equals("session.request.logout")) {
            frame = read();
        }
    }

    static Predicate<JsonNode> is(String name) {
        return frame -> frame.path("name").asText().equals(name);
    }

    void signIn() {
        send("{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":true,\"agent\":" + credentials() + "}}");
        session = read().at("/data/session/id").asText();
        send("{\"command\":\"session.start\",\"target\":\"" + session + "\",\"data\":{}}");
        assertThat(read().path("result").asText()).isEqualTo("success");
        while (!after.containsKey("agent/" + agent)) {
            take(read());
        }
    }

    /** Asks and waits for the answer; when the connection was lost meanwhile, asks again under the same id. */
    JsonNode ask(String command, String target, String data) {
        return ask("r" + ++requests, command, target, data);
    }

    JsonNode ask(String id, String command, String target, String data) {
        String request = "{\"command\":\"" + command + "\",\"target\":\"" + target + "\",\"data\":" + data
            + ",\"requestId\":\"" + id + "\"}";
        send(request);
        while (true) {
            if (isLost()) {
                comeBack();
                send(request);
            }
            JsonNode frame = read();
            if (frame.path("requestId").asText().equals(id)) {
                assertThat(frame.path("result").asText()).as("%s", frame).isEqualTo("success");
                return frame;
            }
            take(frame);
        }
    }

    /** Reads on until there is such a frame among the complete groups, and returns the last one. */
    JsonNode until(Predicate<JsonNode> wanted) {
        while (true) {
            List<JsonNode> found = complete.values().stream().flatMap(List::stream).filter(wanted).toList();
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
            if (isLost()) {
                comeBack();
            } else {
                take(read());
            }
        }
    }

    /** Reads on until the agent's only channel is in that state. */
    void untilState(String state) {
        while (!state().equals(state)) {
            if (isLost()) {
                comeBack();
            } else {
                take(read());
            }
        }
    }

    private String state() {
        List<JsonNode> told = complete.getOrDefault("agent/" + agent, List.of()).stream()
            .filter(frame -> frame.path("name").asText().equals("channel.infochanged")).toList();
        return told.isEmpty() ? "" : told.get(told.size() - 1).at("/data/channel/agentstate").asText();
    }

    void comeBack() {
        lost++;
        line.leave();
        group.clear();
        line = door.get();
        JsonNode reply = bind(true, after);
        assertThat(reply.path("result").asText()).as("%s", reply).isEqualTo("success");
        assertThat(reply.at("/data/reset").asBoolean()).isFalse();
    }

    JsonNode bind(boolean override, Map<String, Long> numbers) {
        ObjectNode request = (ObjectNode) Player.parse("{\"command\":\"bindSession\",\"data\":{\"session\":{\"id\":\"" + session
            + "\"},\"override\":" + override + ",\"agent\":" + credentials() + "}}");
        ObjectNode told = ((ObjectNode) request.path("data")).putObject("after");
        numbers.forEach(told::put);
        send(request.toString());
        return read();
    }

    /** A loss and return is two events or three of the agent: with 64 of them in a row, the last one told would be too old. */
    private boolean isLost() {
        return lost < MOST_LOSSES && unlucky.getAsBoolean();
    }

    private String credentials() {
        return "{\"id\":\"" + agent + "\",\"password\":\"" + agent + "\"}";
    }

    void send(String text) {
        line.send(text);
    }

    JsonNode read() {
        return Player.parse(line.next().orElseThrow(() -> new AssertionError("nothing came; so far " + complete)));
    }

    private void take(JsonNode frame) {
        assertThat(frame.has("subject")).as("an event: %s", frame).isTrue();
        String subject = frame.path("subject").asText();
        boolean snapshot = frame.path("snapshot").asBoolean();
        group.add(frame);
        if (frame.path("part").asInt() == frame.path("parts").asInt()) {
            assertThat(frame.path("number").asLong()).as("no repeat: %s", frame).isGreaterThan(after.getOrDefault(subject, -1L));
            after.put(subject, frame.path("number").asLong());
            complete.computeIfAbsent(subject, s -> new ArrayList<>()).addAll(group);
            group.clear();
        } else {
            assertThat(snapshot || group.size() == frame.path("part").asInt()).as("a group is unbroken: %s", frame).isTrue();
        }
    }
}
