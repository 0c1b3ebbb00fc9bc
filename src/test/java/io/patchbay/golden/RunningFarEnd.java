package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.patchbay.testing.GatewayUnderTest;
import io.patchbay.testing.Middleware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A running gateway: Harmony through one of its doors, the platform door over HTTP as the demo directory's {@code sim}. */
final class RunningFarEnd implements FarEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final String kafka;
    private final Doors doors;
    private Middleware middleware;
    private final List<CustomerCall> calls = new ArrayList<>();
    private final List<String> contacts = new ArrayList<>();

    private interface Doors {
        Line open(RunningFarEnd farEnd, String client);
    }

    /** A call that was made at the platform door, to be hung up in the end. */
    record CustomerCall(String call, String from) { }

    /** One whose clients come over WebSocket, and where nobody gives commands through Kafka. */
    RunningFarEnd(URI gateway) {
        this(gateway, "", (farEnd, client) -> farEnd.socket());
    }

    private RunningFarEnd(URI gateway, String kafka, Doors doors) {
        this.gateway = gateway;
        this.kafka = kafka;
        this.doors = doors;
    }

    /** A far end whose clients come through that door. */
    static RunningFarEnd through(GoldenDoor door, GatewayUnderTest gateway) {
        return new RunningFarEnd(gateway.http(), gateway.kafka(), (farEnd, client) -> door.open(gateway, farEnd, client));
    }

    List<CustomerCall> calls() {
        return calls;
    }

    /** The interactions that customers came with otherwise, to be left in the end. */
    List<String> contacts() {
        return contacts;
    }

    @Override
    public Line open(String client) {
        return doors.open(this, client);
    }

    /** A new connection over WebSocket. */
    SocketLine socket() {
        URI door = URI.create("ws" + gateway.toString().substring("http".length())).resolve("/harmony");
        SocketLine line = new SocketLine(PATIENCE);
        http.newWebSocketBuilder().subprotocols("harmony.v1+json").buildAsync(door, line).thenAccept(line::opened).join();
        return line;
    }

    @Override
    public String command(JsonNode command) {
        if (middleware == null) {
            middleware = new Middleware(kafka);
        }
        JsonNode reply = middleware.ask(command);
        return reply.path("outcome").asText().equals("refused") ? reply.at("/error/code").asText() : reply.path("outcome").asText();
    }

    /** Nobody gives commands any more. */
    void close() {
        if (middleware != null) {
            middleware.close();
        }
    }

    @Override
    public Answer platform(String path, JsonNode body) {
        String credentials = Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE)
            .header("Authorization", "Basic " + credentials);
        try {
            var response = http.send((body == null ? request.GET() : request.POST(BodyPublishers.ofString(body.toString()))).build(),
                BodyHandlers.ofString());
            JsonNode answer = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
            if (path.equals("/platform/calls") && response.statusCode() == 201) {
                calls.add(new CustomerCall(answer.path("call").asText(), body.path("from").asText()));
            }
            if (!answer.has("call") && answer.has("interaction") && response.statusCode() == 201) {
                contacts.add(answer.path("interaction").asText());
            }
            return new Answer(response.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException("POST or GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
