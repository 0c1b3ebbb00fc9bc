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
import java.util.function.Function;

/** One agent's desktop: sends requests, pairs replies with them, and paints its picture of what it is told. Guarded by itself. */
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 60;

    private final String agent;
    private final Wire wire;
    private final List<JsonNode> events = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> asked = new HashMap<>();
    private HarmonyPicture picture;
    private String session;
    private String failure;
    private int requests;

    private Client(String agent, Function<Client, Wire> opening) {
        this.agent = agent;
        this.wire = opening.apply(this);
    }

    /** In a session of its own with one voice channel, which is not active. @param opening connects what is given to it */
    static Client signedIn(String agent, String extension, Function<Client, Wire> opening) {
        Client client = new Client(agent, opening);
        String who = "{\"model\":\"\",\"override\":true,\"agent\":{\"id\":\"" + agent + "\",\"password\":\"" + agent + "\"}}";
        String before = client.success("prepareSession", null, who).at("/data/session/id").asText();
        client.success("session.start", before, "{}");
        client.success("session.request.logout", before, "{}");
        client.begin(client.success("prepareSession", null, who));
        client.success("session.start", client.session, "{}");
        client.success("session.request.addchannelgroup", client.session, "{\"channelgroup\":{\"name\":\"" + extension + "\"}}");
        return client;
    }

    private synchronized void begin(JsonNode prepared) {
        session = prepared.at("/data/session/id").asText();
        picture = new HarmonyPicture(agent, session);
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

    /** How many events there have been. */
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
        String id = agent + "-" + ++requests;
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
            throw new AssertionError(reply + history());
        }
        return reply;
    }

    /** Takes one message in. */
    synchronized void heard(String message) {
        history.add("< " + message);
        JsonNode frame = read(message);
        if (frame.has("result")) {
            CompletableFuture<JsonNode> reply = asked.remove(frame.path("requestId").asText());
            if (reply == null) {
                fail("it is the reply to nothing asked", message);
            } else {
                reply.complete(frame);
            }
        } else if (failure == null && picture != null) {
            try {
                events.add(frame);
                picture.take(frame);
            } catch (Broken e) {
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
            throw new AssertionError(failure + history());
        }
    }

    /** The last messages, for people. */
    synchronized String history() {
        return "\n" + agent + " sent and heard at last:\n  "
                + String.join("\n  ", history.subList(Math.max(0, history.size() - SHOWN), history.size())) + "\n";
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
