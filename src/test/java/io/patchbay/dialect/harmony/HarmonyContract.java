package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.contract.Client;
import io.patchbay.contract.DoorContract;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.Reason;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Harmony at one of its doors. */
abstract class HarmonyContract extends DoorContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Requests to the door, and replies and events from it. */
    interface Way {
        void send(String request);

        String next();

        void sendAndLeave(String request);

        void leave();
    }

    abstract Way way(RunningGateway at, String agent, List<String> names);

    @Override
    protected final Client open(RunningGateway at, String user, List<String> names) {
        return new Desk(user, way(at, user, names));
    }

    @Override
    protected Map<String, String> slow() {
        return Map.of("harmony.requests.burst", "20", "harmony.requests.rate", "5");
    }

    @Override
    protected String harmless() {
        return request("no.such", "", "harmless");
    }

    @Override
    protected String change(Client by, String id) {
        ObjectNode request = (ObjectNode) tree(request("session.request.addchannel", ((Desk) by).session, id));
        request.putObject("data").putObject("channel").put("endpoint", "sales").put("type", "Chat");
        return request.toString();
    }

    @Override
    protected List<String> unreadable() {
        return Stream.concat(Stream.of("{", "[]", "\"\"", "{}", "{\"command\":7,\"target\":\"x\",\"data\":{}}"),
                Corpus.messages("harmony").stream().filter(text -> !text.contains("$"))).toList();
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        String session = ((Desk) others).session;
        return List.of(request("session.request.logout", session, "foreign-1"), request("session.start", session, "foreign-2"),
                request("channel.request.ready", session + ".G.C", "foreign-3"), request("session.start", "ffffffffffffffff", "foreign-4"));
    }

    @Override
    protected String code(Reason reason) {
        return HarmonyCode.of(reason).name();
    }

    private static String request(String command, String target, String id) {
        ObjectNode request = JSON.createObjectNode().put("command", command).put("target", target).put("requestId", id);
        request.putObject("data");
        return request.toString();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    /** A signed-in agent. */
    private static final class Desk implements Client {
        private final Way way;
        private final String session;

        Desk(String agent, Way way) {
            this.way = way;
            ObjectNode prepare = JSON.createObjectNode().put("command", "prepareSession");
            prepare.putObject("data").put("model", "").put("override", true).putObject("agent").put("id", agent).put("password", agent);
            session = accepted(() -> ask(prepare.toString())).at("/data/session/id").asText();
            accepted(() -> ask(request("session.start", session, "start")));
        }

        private static JsonNode accepted(Supplier<Answer> reply) {
            Answer answer = reply.get();
            if (!answer.refusal().isEmpty()) {
                throw new AssertionError(answer.text());
            }
            return tree(answer.text());
        }

        @Override
        public void send(String request) {
            way.send(request);
        }

        @Override
        public Answer answer() {
            String text = way.next();
            while (!tree(text).has("result")) {
                text = way.next();
            }
            return new Answer(text, tree(text).at("/failure/code").asText());
        }

        @Override
        public void sendAndLeave(String request) {
            way.sendAndLeave(request);
        }

        @Override
        public void close() {
            ask(request("session.request.logout", session, "logout"));
            way.leave();
        }
    }
}
