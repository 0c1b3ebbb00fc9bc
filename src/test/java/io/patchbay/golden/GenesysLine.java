package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.golden.Step.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Genesys client: requests with its own cookies or with Basic, and one CometD session over long polling with acknowledgements. It polls
 * when the player wants a frame, so that the order of what it heard is the order in which it was sent. A frame is {@code {topic, data}}.
 */
final class GenesysLine implements FarEnd.Line {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NOTIFICATIONS = "/api/v2/notifications";
    private static final int OK = 200;

    private final URI gateway;
    private final String credentials;
    private final Duration patience;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Deque<String> heard = new ArrayDeque<>();
    private Credentials polling = Credentials.NOTHING;
    private String session = "";
    private long acknowledged = -1;
    private int refused;

    /** @param password of the agent */
    GenesysLine(URI gateway, String agent, String password, Duration patience) {
        this.gateway = gateway;
        this.credentials = agent + ":" + password;
        this.patience = patience;
    }

    /** @param body null means GET */
    FarEnd.Answer ask(Credentials with, String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(patience.multipliedBy(2));
        boolean cookie = with == Credentials.COOKIE || with == Credentials.ANY && cookies.containsKey("JSESSIONID");
        if (cookie) {
            request.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; ")));
        } else if (with != Credentials.NOTHING) {
            request.header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.ISO_8859_1)));
        }
        if (body != null) {
            request.header("Content-Type", "application/json; charset=UTF-8").POST(BodyPublishers.ofString(body.toString()));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new FarEnd.Answer(response.statusCode(),
                response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body()), keep(response));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** By the cookie, or by other credentials if that is good for nothing. Each use of those begins an HTTP session, and a user has few. */
    private void askAnyhow(Credentials otherwise, String path, JsonNode body) {
        if (ask(Credentials.ANY, path, body).status() != OK) {
            ask(otherwise, path, body);
        }
    }

    /** The names of the cookies that the response sets. */
    private List<String> keep(HttpResponse<String> response) {
        return response.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0].split("=", 2)).map(pair -> {
            cookies.put(pair[0], pair[1]);
            return pair[0];
        }).toList();
    }

    void subscribe(Credentials with, List<String> topics) {
        polling = with;
        JsonNode shake = meta("handshake", JSON.createObjectNode().put("version", "1.0")).get(0);
        session = succeeded(shake).path("clientId").asText();
        topics.forEach(topic -> succeeded(meta("subscribe", JSON.createObjectNode().put("subscription", topic)).get(0)));
        poll(0);
    }

    private static JsonNode succeeded(JsonNode reply) {
        if (!reply.path("successful").asBoolean()) {
            throw new AssertionError("CometD refused: " + reply);
        }
        return reply;
    }

    /** The replies to one meta message; a missing node when HTTP refused it. */
    private JsonNode meta(String type, ObjectNode message) {
        message.put("channel", "/meta/" + type).put("id", "1");
        if (type.equals("handshake")) {
            message.putArray("supportedConnectionTypes").add("long-polling");
            message.putObject("ext").put("ack", true);
        } else {
            message.put("clientId", session);
        }
        FarEnd.Answer answer = ask(polling, NOTIFICATIONS + "/" + type, JSON.createArrayNode().add(message));
        if (answer.status() != OK) {
            refused = answer.status();
            return MissingNode.getInstance();
        }
        return answer.body();
    }

    /** One poll; the gateway holds it for a time of its own if {@code hold} is negative. Returns how many frames it brought. */
    private int poll(int hold) {
        ObjectNode connect = JSON.createObjectNode().put("connectionType", "long-polling");
        connect.putObject("ext").put("ack", acknowledged);
        if (hold >= 0) {
            connect.putObject("advice").put("timeout", hold);
        }
        int before = heard.size();
        JsonNode replies = meta("connect", connect);
        for (JsonNode message : replies) {
            if (!message.path("channel").asText().equals("/meta/connect")) {
                ObjectNode frame = JSON.createObjectNode();
                frame.set("topic", message.path("channel"));
                frame.set("data", message.path("data"));
                heard.add(frame.toString());
            } else if (message.path("successful").asBoolean()) {
                acknowledged = message.at("/ext/ack").asLong(acknowledged);
            } else {
                refused = Integer.parseInt(message.path("error").asText().split(":")[0]);
            }
        }
        if (refused != 0) {
            session = "";
        }
        return heard.size() - before;
    }

    @Override
    public void send(String text) {
        throw new UnsupportedOperationException("A Genesys client asks over HTTP");
    }

    /** Reads what its agent has, which comes after the effects of its requests, and then all that waits to be polled. */
    @Override
    public void mark(String marker) {
        if (!session.isEmpty()) {
            askAnyhow(polling, "/api/v2/me/calls", null);
            int more = poll(0);
            while (more > 0) {
                more = poll(0);
            }
        }
        heard.add(JSON.createObjectNode().put("requestId", marker).toString());
    }

    @Override
    public Optional<String> next() {
        long end = System.nanoTime() + patience.toNanos();
        while (heard.isEmpty() && !session.isEmpty() && System.nanoTime() < end) {
            poll(-1);
        }
        return Optional.ofNullable(heard.poll());
    }

    /** The code that a poll is refused with. */
    @Override
    public Optional<Integer> closed() {
        while (refused == 0 && heard.isEmpty() && !session.isEmpty()) {
            poll(-1);
        }
        return refused == 0 ? Optional.empty() : Optional.of(refused);
    }

    @Override
    public void leave() {
        session = "";
    }

    /** Goes away as a browser does that is closed: its CometD session ends. */
    void disconnect() {
        if (!session.isEmpty()) {
            meta("disconnect", JSON.createObjectNode());
        }
        leave();
    }

    /** Ends the contact-centre session of the agent, if there is one, with the HTTP session of the cookie, and the CometD session. */
    void signOut() {
        askAnyhow(Credentials.BASIC, "/api/v2/me", JSON.createObjectNode().put("operationName", "EndContactCenterSession"));
        if (!session.isEmpty()) {
            polling = Credentials.BASIC;
            meta("disconnect", JSON.createObjectNode());
        }
        leave();
    }
}
