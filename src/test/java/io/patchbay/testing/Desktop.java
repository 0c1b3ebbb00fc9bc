package io.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One agent's Harmony desktop: keeps every event it is told and pairs replies with requests. Does not reconnect. */
public final class Desktop implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String agent;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final Set<String> known = new HashSet<>();
    private final WebSocket socket;
    private String session;
    private String channel;

    /** What an agent has of a call: the contact's and the call's place in its own tree. */
    public record Contact(String interaction, String conversation) {
        public String id() {
            return interaction.substring(interaction.lastIndexOf('.') + 1);
        }
    }

    private Desktop(URI gateway, String agent, List<String> names) {
        this.agent = agent;
        String query = names.stream().map(name -> name + "=smuggled").collect(Collectors.joining("&", "?", ""));
        URI door = URI.create("ws" + gateway.toString().substring("http".length()) + "/harmony" + (names.isEmpty() ? "" : query));
        WebSocket.Builder upgrade = HTTP.newWebSocketBuilder().subprotocols("harmony.v1+json");
        names.forEach(name -> upgrade.header(name, "smuggled"));
        this.socket = upgrade.buildAsync(door, this).join();
    }

    /** Signed in, with one active voice channel that is not ready. */
    public static Desktop of(URI gateway, String agent, String extension) {
        return smuggling(gateway, agent, extension, List.of());
    }

    /** ... over a connection opened with these names as headers and as query parameters. */
    public static Desktop smuggling(URI gateway, String agent, String extension, List<String> names) {
        Desktop desktop = new Desktop(gateway, agent, names);
        JsonNode prepared = desktop.success("prepareSession", null, "{\"model\":\"\",\"override\":true,\"agent\":{\"id\":\"" + agent
                + "\",\"password\":\"" + agent + "\"}}");
        desktop.session = prepared.at("/data/session/id").asText();
        desktop.success("session.start", desktop.session, "{}");
        desktop.success("session.request.addchannelgroup", desktop.session,
                "{\"channelgroup\":{\"name\":\"" + extension + "\",\"chat\":false,\"email\":false,\"callback\":false}}");
        JsonNode created = desktop.told("channel.created", e -> true);
        desktop.channel = created.path("target").asText() + "." + created.at("/data/channel/id").asText();
        desktop.success("channel.request.activate", desktop.channel, "{}");
        return desktop;
    }

    /** The same agent at that gateway after the connection is lost: its session bound again, and all told anew. */
    public Desktop backAt(URI gateway) {
        Desktop desktop = new Desktop(gateway, agent, List.of());
        desktop.session = session;
        desktop.channel = channel;
        desktop.success("bindSession", null, "{\"session\":{\"id\":\"" + session + "\"},\"override\":true,\"agent\":{\"id\":\"" + agent
                + "\",\"password\":\"" + agent + "\"}}");
        desktop.told("session.initialized", e -> true);
        return desktop;
    }

    public String agent() {
        return agent;
    }

    /** Its session's place, and that of its channel. */
    public String session() {
        return session;
    }

    public String channel() {
        return channel;
    }

    public void ready() {
        success("channel.request.ready", channel, "{}");
    }

    public void dial(String number) {
        success("channel.request.dial", channel, "{\"destination\":\"" + number + "\",\"extensions\":{}}");
    }

    /** The next call this agent is told of. */
    public Contact contact() {
        JsonNode created = told("conversation.created", e -> !known.contains(e.at("/data/conversation/id").asText()));
        String place = created.path("target").asText();
        known.add(created.at("/data/conversation/id").asText());
        return new Contact(place, place + "." + created.at("/data/conversation/id").asText());
    }

    /** ... once it is through. */
    public Contact talking(Contact contact) {
        told("state.updated", e -> e.path("target").asText().equals(contact.conversation)
                && e.path("data").toString().contains("{\"name\":\"conversation.hold\",\"type\":\"enable\"}"));
        return contact;
    }

    public Contact answer() {
        Contact contact = contact();
        success("conversation.request.answer", contact.conversation, "{}");
        return talking(contact);
    }

    public CompletableFuture<JsonNode> set(Contact contact, String key, String value) {
        return ask("interaction.request.setinteractiondata", contact.interaction, "{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}");
    }

    public JsonNode success(String command, String target, String data) {
        JsonNode reply = ask(command, target, data).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        assertThat(reply.path("result").asText()).as("reply to %s of %s: %s", command, agent, reply).isEqualTo("success");
        return reply;
    }

    /** Sends a request under a new id; the future stays open when no reply comes. */
    public synchronized CompletableFuture<JsonNode> ask(String command, String target, String data) {
        String id = agent + "-" + requests.incrementAndGet();
        ObjectNode request = JSON.createObjectNode().put("command", command).put("requestId", id);
        if (target != null) {
            request.put("target", target);
        }
        request.set("data", read(data));
        CompletableFuture<JsonNode> reply = expect(id);
        send(request.toString());
        return reply;
    }

    /** The reply to what is sent under that id. */
    public CompletableFuture<JsonNode> expect(String id) {
        return asked.computeIfAbsent(id, i -> new CompletableFuture<>());
    }

    /** Sends this text as it is. */
    public synchronized void send(String text) {
        socket.sendText(text, true).exceptionally(gone -> socket).join();
    }

    /** Waits for an event; one that has come before counts too. */
    public JsonNode told(String name, Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> events.stream()
                .filter(e -> e.path("name").asText().equals(name)).filter(wanted).findFirst().orElse(null), e -> e != null);
    }

    /** Every event so far, in the order it came. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    public CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(read(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode frame) {
        CompletableFuture<JsonNode> reply = asked.remove(frame.path("requestId").asText());
        if (reply == null) {
            events.add(frame);
        } else {
            reply.complete(frame);
        }
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

    @Override
    public void close() {
        socket.abort();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
