package io.patchbay.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.contract.Client;
import io.patchbay.contract.DoorContract;
import io.patchbay.model.Reason;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Commands over Kafka. A topic has no limit of its own and no connection that could be cut. */
class CommandsContractTest extends DoorContract {
    private static final String CHAT = "{\"medium\":\"chat\",\"endpoint\":\"*\"}";

    @Override
    protected Map<String, String> needs() {
        return Map.of("kafka.commands.enabled", "true");
    }

    @Override
    protected Map<String, String> slow() {
        return Map.of();
    }

    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Agent(user, new Middleware(at.kafka()), names, new ArrayDeque<>());
    }

    private record Agent(String id, Middleware middleware, List<String> names, Deque<RecordMetadata> sent) implements Client {
        Agent {
            middleware.ask(id, "endSession", "{}", "{}");
            middleware.accepted(id, "startSession", "{}", "{}");
        }

        @Override
        public void send(String request) {
            sent.add(middleware.send(id.getBytes(UTF_8),
                    request.getBytes(UTF_8), names));
        }

        @Override
        public Answer answer() {
            JsonNode reply = middleware.reply(sent.remove());
            return new Answer(reply.toString(), reply.at("/error/code").asText());
        }

        @Override
        public void sendAndLeave(String request) {
            send(request);
            middleware.close();
        }

        @Override
        public void close() {
            middleware.accepted(id, "endSession", "{}", "{}");
            middleware.close();
        }
    }

    @Override
    protected String harmless() {
        return Middleware.command("harmless", "ana", "no.such", "{}", "{}");
    }

    @Override
    protected String change(Client by, String id) {
        return Middleware.command(id, ((Agent) by).id, "addChannel", "{}", CHAT);
    }

    @Override
    protected List<String> unreadable() {
        return List.of("{", "[]", "\"\"", "{}", "{\"id\":\"x\",\"agent\":\"ana\"}",
                "{\"id\":7,\"agent\":\"ana\",\"operation\":\"startSession\"}");
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        return List.of(change(others, "foreign-1"), Middleware.command("foreign-2", ((Agent) mine).id, "setReady",
                "{\"channel\":\"another\"}", "{}"));
    }

    @Override
    protected String code(Reason reason) {
        return Code.of(reason).name();
    }
}
