package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A client of the WebSocket door that keeps all frames. */
final class EventClient implements WebSocket.Listener {
    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reads;
    private WebSocket socket;

    private EventClient(boolean reads) {
        this.reads = reads;
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    static EventClient open(URI gateway, String user) {
        return open(gateway, user, true);
    }

    /** Takes nothing from its socket before {@link #read}. */
    static EventClient deaf(URI gateway, String user, String first) {
        EventClient ear = open(gateway, user, false);
        ear.say(first);
        return ear;
    }

    static EventClient withToken(URI gateway, String token) {
        return authorized(gateway, "Bearer " + token, true);
    }

    private static EventClient open(URI gateway, String user, boolean reads) {
        return authorized(gateway, basic(user), reads);
    }

    private static EventClient authorized(URI gateway, String authorization, boolean reads) {
        EventClient ear = new EventClient(reads);
        ear.socket = HTTP.newWebSocketBuilder().subprotocols("cloudevents.json").header("Authorization", authorization)
                .buildAsync(URI.create("ws" + gateway.toString().substring("http".length()) + "/events"), ear).join();
        return ear;
    }

    /** Subscribed when this returns. */
    static EventClient subscribed(URI gateway, String user, String subscribe) {
        EventClient ear = open(gateway, user);
        ear.say("{\"subscribe\":" + subscribe + "}");
        await().atMost(Duration.ofSeconds(20)).until(() -> !ear.frames.isEmpty());
        assertThat(ear.frames.get(0).has("subscribed")).as(ear.frames.get(0).toString()).isTrue();
        return ear;
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    void read() {
        socket.request(Long.MAX_VALUE);
    }

    void drop() {
        socket.abort();
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    List<JsonNode> frames() {
        return frames;
    }

    List<JsonNode> events() {
        return frames.stream().filter(frame -> frame.has("specversion")).toList();
    }

    List<String> ids() {
        return events().stream().map(event -> event.path("id").asText()).toList();
    }

    List<String> types() {
        return events().stream().map(event -> event.path("type").asText().replaceAll("^cti\\.|\\.v1$", "")).toList();
    }

    /** Of the last frame that had one. */
    String cursor() {
        JsonNode last = frames.get(frames.size() - 1);
        return last.findValue("cursor").asText();
    }

    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
