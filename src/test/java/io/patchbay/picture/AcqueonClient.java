package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One agent's Acqueon desktop: sends envelopes, and paints its picture of those it gets. Guarded by itself. */
final class AcqueonClient implements AutoCloseable {
    /** Stands among what was told for all dialogs at once, and for the state of the agent. */
    static final String ALL = "*";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The last envelope of a sign-in. */
    private static final String LAST = "SetWrapupCode";

    private final String agent;
    private final String extension;
    private final Function<Consumer<String>, Wire> opening;
    private final History history;
    private final Map<String, CompletableFuture<Reply>> asked = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final AcqueonPicture picture = new AcqueonPicture();
    private CompletableFuture<Void> whole = new CompletableFuture<>();
    private Wire wire;
    private String failure;
    private int connections;
    private int requests;

    /**
     * The first envelope that a request caused.
     *
     * @param before how much the client was told before it
     */
    record Reply(JsonNode envelope, int before) {
        boolean isRefusal() {
            return envelope.path("subtopic").asText().equals("SetAPIError");
        }

        String errorType() {
            return envelope.at("/data/data/errorType").asText();
        }
    }

    /** @param opening connects who is given to it */
    AcqueonClient(String agent, String extension, Function<Consumer<String>, Wire> opening) {
        this.agent = agent;
        this.extension = extension;
        this.opening = opening;
        this.history = new History(agent);
    }

    String agent() {
        return agent;
    }

    String extension() {
        return extension;
    }

    /** On a new connection. The one before, if there is one, is lost, and with it what it was to bring. */
    void signIn() {
        CompletableFuture<Void> complete;
        synchronized (this) {
            if (wire != null) {
                wire.close();
                history.add("- lost its connection");
            }
            asked.clear();
            whole = new CompletableFuture<>();
            picture.forget();
            int number = ++connections;
            wire = opening.apply(message -> heard(number, message));
            complete = whole;
        }
        Reply reply = ask("Agent", "SetUserInfo", "{\"username\":\"" + agent + "\",\"password\":\"" + agent + "\",\"extension\":\""
                + extension + "\"}").join();
        assertThat(reply.isRefusal()).as("%s %s", reply, history).isFalse();
        complete.orTimeout(20, TimeUnit.SECONDS).join();
    }

    CompletableFuture<Reply> ask(String topic, String subtopic, String data) {
        return send(id -> "{\"channel\":\"Cisco\",\"topic\":\"" + topic + "\",\"subtopic\":\"" + subtopic + "\",\"data\":" + data
                + ",\"requestId\":\"" + id + "\"}");
    }

    private synchronized CompletableFuture<Reply> send(Function<String, String> envelope) {
        String id = agent + "-" + ++requests;
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        asked.put(id, reply);
        String text = envelope.apply(id);
        history.add("> " + text);
        wire.send(text);
        return reply.orTimeout(20, TimeUnit.SECONDS);
    }

    private synchronized void heard(int connection, String message) {
        if (connection != connections) {
            return;
        }
        history.add("< " + message);
        JsonNode envelope = read(message);
        if (failure == null) {
            try {
                int before = told.size();
                told.addAll(picture.take(envelope));
                answer(envelope, before);
            } catch (ImpossibleFrame e) {
                failure = agent + " was told what cannot be: " + e.getMessage() + "\n  " + message;
            }
        }
        if (envelope.path("subtopic").asText().equals(LAST)) {
            whole.complete(null);
        }
        notifyAll();
    }

    private void answer(JsonNode envelope, int before) {
        if (envelope.has("requestId")) {
            CompletableFuture<Reply> reply = asked.remove(envelope.path("requestId").asText());
            if (reply == null) {
                throw new ImpossibleFrame("it is the answer to nothing asked");
            }
            reply.complete(new Reply(envelope, before));
        }
    }

    AcqueonPicture picture() {
        return picture;
    }

    /** How much it was told. */
    synchronized int toldCount() {
        return told.size();
    }

    /** The ids of the dialogs that it was told of, {@link #ALL} for all of them and for the state of the agent. */
    synchronized List<String> told(int from, int to) {
        return List.copyOf(told.subList(from, to));
    }

    /** Waits until it is told something after so much, or not for long. */
    synchronized void awaitMore(int after, long millis) throws InterruptedException {
        if (told.size() == after && failure == null) {
            wait(millis);
        }
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
    public synchronized void close() {
        connections++;
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
