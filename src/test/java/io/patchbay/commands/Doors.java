package io.patchbay.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.commands.format.CommandJson;
import io.patchbay.commands.format.ParsedRecord;
import io.patchbay.config.Configuration;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Outcome;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.wire.RecordRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** The door of commands on the demo directory, without a topic and without a grid. */
final class Doors {
    static final Configuration DEMO = Configuration.load(Path.of("config/gateway.properties"), Map.of(), new Properties());
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Doors() { }

    static CommandDoor door() {
        return new CommandDoor(gateway(command -> {
            throw new AssertionError("no cell here");
        }), DEMO.directory().directory(), TERMS, StrictJson.Limits.DEFAULT, Duration.ofMinutes(10),
                true, rejected -> { }, new CloudEventHeaders("n1", "http://localhost:8080/schemas"));
    }

    /** A command gateway that knows the outcome of every command. */
    static CommandGateway gateway(Function<Command, Outcome> cells) {
        return new Clockwork(cells);
    }

    /** With the agent it names as its key. */
    static RecordRequest record(String value) {
        String key = tree(value).path("agent").asText();
        return new RecordRequest(key.getBytes(UTF_8), Optional.of(key), value, Optional.empty(), 0, 7);
    }

    /** What the door itself answers; the outcome is accepted where it asks a cell. */
    static JsonNode answer(RecordRequest record) {
        CommandDoor door = door();
        return CommandDoor.value(door.decode(parsed(record)).context(), Outcome.accepted());
    }

    /** As the route's data format reads it. */
    static ParsedRecord parsed(RecordRequest record) {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            return (ParsedRecord) new CommandJson(StrictJson.Limits.DEFAULT).unmarshal(new DefaultExchange(camel), record);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The code of the refusal, {@code needInfo}, or empty where a cell is asked. */
    static String refusal(JsonNode command) {
        JsonNode answer = answer(record(command.toString()));
        return answer.path("outcome").asText().equals("needInfo") ? "needInfo" : answer.at("/error/code").asText();
    }

    /** The text of the refusal. */
    static String message(String command) {
        return answer(record(command)).at("/error/message").asText();
    }

    static JsonNode without(JsonNode command, String where, String member) {
        ObjectNode copy = command.deepCopy();
        ((ObjectNode) copy.path(where)).remove(member);
        return copy;
    }

    static JsonNode with(JsonNode command, String where, String member, int value) {
        ObjectNode copy = command.deepCopy();
        ((ObjectNode) copy.path(where)).put(member, value);
        return copy;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    /** Has a clock and a name, and nobody to follow. */
    private record Clockwork(Function<Command, Outcome> cells) implements CommandGateway {
        @Override
        public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
            Outcome outcome = ask.commands().stream().findFirst().map(cells).orElseGet(Outcome::accepted);
            return CompletableFuture.completedFuture(new CompletedCommand<>(ask.context(), outcome));
        }

        @Override
        public Feed follow(AgentId agent, Feed.Listener listener) {
            throw new AssertionError("nobody to follow here");
        }

        @Override
        public Feed resume(AgentId agent, Feed.Listener listener, long after) {
            throw new AssertionError("nobody to follow here");
        }

        @Override
        public CommandId newId() {
            throw new AssertionError("commands bring their ids");
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-01-05T09:00:00.123456Z");
        }

        @Override
        public String member() {
            return "n1";
        }

        @Override
        public Optional<Duration> offerLost() {
            return Optional.empty();
        }
    }
}
