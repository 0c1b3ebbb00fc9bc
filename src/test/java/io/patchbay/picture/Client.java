package io.patchbay.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One agent's desktop: sends requests, pairs replies with them, and paints its picture of what it is told. Guarded by itself. */
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String agent;
    private final Function<Consumer<String>, Wire> opening;
    private final List<JsonNode> events = new ArrayList<>();
    private final History history;
    private final Map<String, CompletableFuture<JsonNode>> asked = new HashMap<>();
    private Wire wire;
    private Arrivals arrivals = new Arrivals();
    private HarmonyPicture picture;
    private String session;
    private String failure;
    private int requests;
    private int connections;

    private Client(String agent, Function<Consumer<String>, Wire> opening) {
        this.agent = agent;
        this.history = new History(agent);
        this.opening = opening;
        connect();
    }

    /** What a connection that was given up still brings is not heard. */
    private synchronized void connect() {
        int number = ++connections;
        wire = opening.apply(message -> heard(number, message));
    }

    /** In a session of its own with a voice channel and one for chats, not active. @param opening connects who is given to it */
    static Client signedIn(String agent, String extension, Function<Consumer<String>, Wire> opening) {
        Client client = new Client(agent, opening);
        String who = "{\"model\":\"\",\"override\":true,\"agent\":{\"id\":\"" + agent + "\",\"password\":\"" + agent + "\"}}";
        String before = client.success("prepareSession", null, who).at("/data/session/id").asText();
        client.success("session.start", before, "{}");
        client.success("session.request.logout", before, "{}");
        client.begin(client.success("prepareSession", null, who));
        client.success("session.start", client.session, "{}");
        client.success("session.request.addchannelgroup", client.session,
                "{\"channelgroup\":{\"name\":\"" + extension + "\",\"chat\":true}}");
        return client;
    }

    private synchronized void begin(JsonNode prepared) {
        session = prepared.at("/data/session/id").asText();
        picture = new HarmonyPicture(agent, session);
        arrivals = new Arrivals();
    }

    /** Loses its connection and comes back for what it missed; it does not wait for what it asked before. */
    void comeBack() {
        ObjectNode data = JSON.createObjectNode().put("override", true);
        synchronized (this) {
            wire.close();
            history.add("- lost its connection");
            arrivals.lost();
            connect();
            data.putObject("session").put("id", session);
            data.putObject("agent").put("id", agent).put("password", agent);
            ObjectNode after = data.putObject("after");
            arrivals.numbers().forEach(after::put);
        }
        success("bindSession", null, data.toString());
    }

    String agent() {
        return agent;
    }

    String session() {
        return session;
    }

    synchronized HarmonyPicture picture() {
        return picture;
    }

    /** How many events there have been that are complete. */
    synchronized int eventCount() {
        return events.size();
    }

    synchronized List<JsonNode> eventsFrom(int from) {
        return List.copyOf(events.subList(from, events.size()));
    }

    /** Waits until there is an event after so many, or not for long. */
    synchronized void awaitEvent(int after, long millis) throws InterruptedException {
        if (events.size() == after && failure == null) {
            wait(millis);
        }
    }

    synchronized CompletableFuture<JsonNode> ask(String command, String target, String data) {
        return ask(agent + "-" + ++requests, command, target, data);
    }

    /** The id of the last request. */
    synchronized String lastId() {
        return agent + "-" + requests;
    }

    /** Asks under that id; once more, where the reply to the first time may be lost. */
    synchronized CompletableFuture<JsonNode> ask(String id, String command, String target, String data) {
        ObjectNode request = JSON.createObjectNode().put("command", command).put("requestId", id);
        if (target != null) {
            request.put("target", target);
        }
        request.set("data", read(data));
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        asked.put(id, reply);
        history.add("> " + request);
        wire.send(request.toString());
        return reply.orTimeout(20, TimeUnit.SECONDS);
    }

    JsonNode success(String command, String target, String data) {
        JsonNode reply = ask(command, target, data).join();
        if (!reply.path("result").asText().equals("success")) {
            throw new AssertionError(reply.toString() + history);
        }
        return reply;
    }

    private synchronized void heard(int connection, String message) {
        if (connection != connections) {
            return;
        }
        history.add("< " + message);
        JsonNode frame = read(message);
        if (frame.has("result")) {
            CompletableFuture<JsonNode> reply = asked.remove(frame.path("requestId").asText());
            if (reply == null) {
                fail("it is the reply to nothing asked", message);
            } else {
                if (frame.at("/data/reset").asBoolean()) {
                    begin(frame);
                }
                reply.complete(frame);
            }
        } else if (failure == null && picture != null) {
            try {
                List<JsonNode> complete = arrivals.take(frame);
                picture.take(complete);
                events.addAll(complete);
            } catch (ImpossibleFrame e) {
                fail(e.getMessage(), message);
            }
        }
        notifyAll();
    }

    private void fail(String why, String message) {
        failure = agent + " was told what cannot be: " + why + "\n  " + message;
    }

    /** Throws what was told and cannot be. */
    synchronized void check() {
        if (failure != null) {
            throw new AssertionError(failure + history);
        }
    }

    History history() {
        return history;
    }

    @Override
    public void close() {
        wire.close();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
