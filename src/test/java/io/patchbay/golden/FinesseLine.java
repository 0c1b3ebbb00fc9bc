package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.List;
import java.util.Optional;

/** A Finesse client: requests over HTTP and notifications over WebSocket, with Basic. A frame is a notification as JSON. */
final class FinesseLine implements FarEnd.Line {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NOTIFICATIONS = "/finesse/notifications";
    private static final int ACCEPTED = 202;

    private final URI gateway;
    private final String agent;
    private final String credentials;
    private final SocketLine socket;
    private final Deque<String> markers = new ArrayDeque<>();

    private FinesseLine(URI gateway, String agent, String credentials, SocketLine socket) {
        this.gateway = gateway;
        this.agent = agent;
        this.credentials = credentials;
        this.socket = socket;
    }

    /** @param password of the agent */
    static FinesseLine to(URI gateway, String agent, String password, Duration patience) {
        URI door = URI.create("ws" + gateway.toString().substring("http".length())).resolve(NOTIFICATIONS);
        String credentials = basic(agent, password);
        SocketLine line = new SocketLine(patience);
        HTTP.newWebSocketBuilder().header("Authorization", credentials).buildAsync(door, line).thenAccept(line::opened).join();
        return new FinesseLine(gateway, agent, credentials, line);
    }

    private static String basic(String agent, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((agent + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @param body null means GET, else {@code {method, requestId, xml}}, as {@link FinesseSteps} makes it */
    FarEnd.Answer ask(Credentials with, String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(RunningFarEnd.PATIENCE)
            .header("Accept", "application/json, application/xml;q=0.1");
        if (with != Credentials.NOTHING) {
            request.header("Authorization", credentials);
        }
        if (body != null) {
            String xml = body.path("xml").isTextual() ? body.path("xml").textValue() : FinesseXml.xml(body.path("xml"));
            request.method(body.path("method").asText(), BodyPublishers.ofString(xml)).header("Content-Type", "application/json");
            if (!body.path("requestId").asText().isEmpty()) {
                request.header("requestId", body.path("requestId").asText());
            }
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (!response.headers().firstValue("Content-Type").orElse("").startsWith("application/xml")
                || response.statusCode() == ACCEPTED != response.body().isEmpty()) {
                throw new AssertionError("not as XML, or with a wrong body: " + response + " " + response.headers() + response.body());
            }
            return new FarEnd.Answer(response.statusCode(),
                response.body().isEmpty() ? MissingNode.getInstance() : FinesseXml.json(response.body()), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void send(String text) {
        socket.send(text);
    }

    /** A read comes after the effects of earlier requests. Then the door refuses a message, behind all notifications until then. */
    @Override
    public void mark(String marker) {
        ask(Credentials.BASIC, "/finesse/api/User/" + agent, null);
        markers.add(marker);
        send("?");
    }

    @Override
    public Optional<String> next() {
        return socket.next().map(FinesseXml::json).map(update -> update.path("Update"))
            .map(update -> !markers.isEmpty() && update.path("source").asText().equals(NOTIFICATIONS)
                ? "{\"requestId\":\"" + markers.remove() + "\"}" : update.toString());
    }

    @Override
    public Optional<Integer> closed() {
        return socket.closed();
    }

    @Override
    public void leave() {
        socket.leave();
    }
}
