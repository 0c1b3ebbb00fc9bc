package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.patchbay.testing.GatewayUnderTest;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.TopicReader;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A running gateway: Harmony through one of its doors, Genesys over HTTP, Acqueon over WebSocket and POST, Finesse over HTTP and
 * WebSocket, the platform door over HTTP as the demo directory's {@code sim}.
 */
final class RunningFarEnd implements FarEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final URI gateway;
    private final String kafka;
    private final Doors doors;
    private final Secrets secrets;
    private final Map<String, Integer> read = new HashMap<>();
    private final Map<String, GenesysLine> genesys = new HashMap<>();
    private final Map<String, FinesseLine> finesse = new HashMap<>();
    private Middleware middleware;
    private TopicReader reader;
    private final List<CustomerCall> calls = new ArrayList<>();
    private final List<String> contacts = new ArrayList<>();

    private interface Doors {
        Line open(RunningFarEnd farEnd, String client);
    }

    /** A call that was made at the platform door, to be hung up in the end. */
    record CustomerCall(String call, String from) { }

    /** One whose clients come over WebSocket, and where nobody gives commands through Kafka. */
    RunningFarEnd(URI gateway) {
        this(gateway, "", (farEnd, client) -> farEnd.socket(), Secrets.UNMARKED);
    }

    private RunningFarEnd(URI gateway, String kafka, Doors doors, Secrets secrets) {
        this.gateway = gateway;
        this.kafka = kafka;
        this.doors = doors;
        this.secrets = secrets;
    }

    /** A far end whose clients come through that door. */
    static RunningFarEnd through(GoldenDoor door, GatewayUnderTest gateway) {
        return through(door, gateway, Secrets.UNMARKED);
    }

    /** ... with these passwords. */
    static RunningFarEnd through(GoldenDoor door, GatewayUnderTest gateway, Secrets secrets) {
        return new RunningFarEnd(gateway.http(), gateway.kafka(), (farEnd, client) -> door.open(gateway, farEnd, client), secrets);
    }

    Secrets secrets() {
        return secrets;
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
        Line line = Client.isAcqueon(client) ? AcqueonLine.to(gateway, PATIENCE) : Client.isFinesse(client) ? finesse(client)
            : Client.isGenesys(client) ? genesys(client) : doors.open(this, client);
        return new MarkedLine(line, secrets, client);
    }

    @Override
    public Answer request(Step.Ask ask) {
        if (Client.isAcqueon(ask.client())) {
            return http(ask.with() == Step.Credentials.NOTHING ? "" : Client.agent(ask.client()), ask.path(), ask.body());
        }
        JsonNode body = secrets.sent(ask.body());
        Answer answer = Client.isFinesse(ask.client()) ? finesse(ask.client()).ask(ask.with(), ask.path(), body)
            : genesys(ask.client()).ask(ask.with(), ask.path(), body);
        secrets.look("an answer to " + ask.client(), answer.toString());
        return answer;
    }

    private FinesseLine finesse(String client) {
        String agent = Client.agent(client);
        return finesse.computeIfAbsent(client, name -> FinesseLine.to(gateway, agent, secrets.password(agent), PATIENCE));
    }

    @Override
    public void listen(Step.Subscribe subscribe) {
        genesys(subscribe.client()).subscribe(subscribe.with(), subscribe.topics());
    }

    private GenesysLine genesys(String client) {
        String agent = Client.agent(client);
        return genesys.computeIfAbsent(client, name -> new GenesysLine(gateway, agent, secrets.password(agent), PATIENCE));
    }

    Collection<GenesysLine> genesys() {
        return genesys.values();
    }

    /** A new connection over WebSocket. */
    SocketLine socket() {
        URI door = URI.create("ws" + gateway.toString().substring("http".length())).resolve("/harmony");
        SocketLine line = new SocketLine(PATIENCE);
        HTTP.newWebSocketBuilder().subprotocols("harmony.v1+json").buildAsync(door, line).thenAccept(line::opened).join();
        return line;
    }

    @Override
    public String command(JsonNode command) {
        if (middleware == null) {
            middleware = new Middleware(kafka);
        }
        JsonNode reply = middleware.ask(secrets.sent(command));
        secrets.look("a reply to middleware", reply.toString());
        return reply.path("outcome").asText().equals("refused") ? reply.at("/error/code").asText() : reply.path("outcome").asText();
    }

    @Override
    public Optional<JsonNode> record(String topic, String key) {
        if (reader == null) {
            reader = new TopicReader(kafka);
        }
        int number = read.merge(topic + " " + key, 1, Integer::sum);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<ConsumerRecord<String, byte[]>> next = reader.records(topic).stream().filter(record -> key.equals(record.key()))
                .skip(number - 1).findFirst();
            if (next.isPresent()) {
                return next.map(record -> JSON.createObjectNode()
                    .put("type", new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .set("data", Player.parse(new String(record.value(), StandardCharsets.UTF_8))));
            }
        }
        return Optional.empty();
    }

    /** Nobody gives commands any more. */
    void close() {
        if (reader != null) {
            reader.close();
        }
        if (middleware != null) {
            middleware.close();
        }
    }

    /** A request at the platform door; a null body means GET. */
    Answer platform(String path, JsonNode body) {
        return http("sim", path, body);
    }

    @Override
    public Answer http(String user, String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
        if (!user.isEmpty()) {
            String credentials = Base64.getEncoder().encodeToString((user + ":" + secrets.password(user)).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        String sent = body == null ? "" : secrets.sent(body.toString());
        try {
            var response = HTTP.send((body == null ? request.GET() : request.POST(BodyPublishers.ofString(sent))).build(),
                BodyHandlers.ofString());
            secrets.look("an answer to " + user, response.headers() + response.body());
            JsonNode answer = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
            if (path.equals("/platform/calls") && response.statusCode() == 201) {
                calls.add(new CustomerCall(answer.path("call").asText(), body.path("from").asText()));
            }
            if (!answer.has("call") && answer.has("interaction") && response.statusCode() == 201) {
                contacts.add(answer.path("interaction").asText());
            }
            return new Answer(response.statusCode(), answer, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("POST or GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
