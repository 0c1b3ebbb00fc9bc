package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Harmony over POST. What POST does not deliver is fetched: to read an event, the session is bound to a WebSocket after what is known; to
 * send the next request, it is bound over POST again.
 */
final class PostedLine implements FarEnd.Line {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI door;
    private final String agent;
    private final Secrets secrets;
    private final Supplier<SocketLine> sockets;
    private final Deque<String> replies = new ArrayDeque<>();
    private ReceivedEvents heard = new ReceivedEvents();
    private String session = "";
    private SocketLine socket;
    private boolean taken;

    PostedLine(URI door, String agent, Secrets secrets, Supplier<SocketLine> sockets) {
        this.door = door;
        this.agent = agent;
        this.secrets = secrets;
        this.sockets = sockets;
    }

    /** What must come behind all events asks for them. */
    @Override
    public void send(String text) {
        if (text.contains(Player.MARKER) && !session.isEmpty() && watch()) {
            socket.send(text);
            return;
        }
        if (socket != null) {
            JsonNode bound = Player.parse(post(secrets.sent(heard.bind(session, agent))));
            if (!bound.path("result").asText().equals("success")) {
                throw new AssertionError("the session should be bound over POST again but: " + bound);
            }
            socket.leave();
            socket = null;
        }
        String reply = post(text);
        replies.add(reply);
        note(Player.parse(reply));
    }

    private void note(JsonNode reply) {
        if (reply.path("result").asText().equals("success")) {
            if (reply.path("command").asText().equals("prepareSession")) {
                session = reply.at("/data/session/id").asText();
                heard = new ReceivedEvents();
            } else if (reply.path("command").asText().endsWith(".logout")) {
                session = "";
            }
        }
    }

    @Override
    public Optional<String> next() {
        if (!replies.isEmpty()) {
            return Optional.of(replies.remove());
        }
        if (session.isEmpty() || !watch()) {
            return Optional.empty();
        }
        Optional<String> frame = socket.next();
        while (frame.isPresent() && !heard.isNews(Player.parse(frame.get()))) {
            frame = socket.next();
        }
        return frame;
    }

    /** False when the session is over, or another client's. */
    private boolean watch() {
        if (socket == null) {
            SocketLine fresh = sockets.get();
            fresh.send(secrets.sent(heard.bind(session, agent)));
            JsonNode bound = Player.parse(fresh.next().orElseThrow(() -> new AssertionError("bindSession was not answered")));
            if (!bound.path("result").asText().equals("success")) {
                fresh.leave();
                session = "";
                taken = true;
                return false;
            }
            heard.bound(bound.at("/data/reset").asBoolean());
            socket = fresh;
        }
        return true;
    }

    /** A POST has no connection to close; what counts is whether the session is still there. */
    @Override
    public Optional<Integer> closed() {
        if (socket != null) {
            return socket.closed();
        }
        return taken || !watch() ? Optional.of(FarEnd.NO_CODE) : Optional.empty();
    }

    @Override
    public void leave() {
        if (socket != null) {
            socket.leave();
        }
    }

    private String post(String body) {
        String credentials = Base64.getEncoder().encodeToString((agent + ":" + secrets.password(agent)).getBytes(StandardCharsets.UTF_8));
        try {
            return HTTP.send(HttpRequest.newBuilder(door).timeout(RunningFarEnd.PATIENCE).header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
