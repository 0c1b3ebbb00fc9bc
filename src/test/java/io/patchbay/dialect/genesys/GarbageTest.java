package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.CallOperation;
import io.patchbay.dialect.genesys.words.InteractionOperation;
import io.patchbay.dialect.genesys.words.UserState;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Subject;
import io.patchbay.reading.Names;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is read or asked becomes a reply or a refusal in words; nothing else is thrown. */
class GarbageTest {
    private static final List<String> SEGMENTS = List.of("calls", "interactions", "devices", "channels", "users", "contacts", "queues",
            "voice", "chat", "sms", "5001", "ana", "sales", Story.K1.value(), Story.entry(Story.ANA).userId(), "", "x",
            "\u0000", "\u00e9", "%");
    private static final List<String> OPERATIONS = Stream.of(Stream.of(CallOperation.values()).map(CallOperation::text),
            Stream.of(UserState.values()).map(UserState::operation),
            Stream.of(InteractionOperation.values()).map(InteractionOperation::text),
            Stream.of("StartContactCenterSession", "EndContactCenterSession", "Dial", "x")).flatMap(names -> names).toList();
    private static final List<String> NAMES = List.of("channels", "devicePath", "destination", "phoneNumber", "userData", "digits", "tones",
            "participant", "key", "keys", "extensions", "skillId", "place", " digits",
            "agentId", "skill", "group", "queueName", "eventId");
    private static final Command START = Command.of(new CommandId("s"), Scenario.START, Subject.of(Story.ANA),
            new AgentCommand.EndSession(Cause.LOGOUT));
    private final Story story = Story.answered();

    @Property(tries = 300)
    void any_operation_is_a_plan_or_a_refusal(@ForAll("paths") GenesysPath path, @ForAll("bodies") ObjectNode body) {
        Operation operation = new Operation(Story.entry(Story.ANA), story.replicas(Story.ANA, Agent.SIGNED_OUT), new GenesysBody(body),
                new Names(Story.DIRECTORY), Story.TERMS, START);
        try {
            Plan plan = GenesysOperations.plan(operation, path);
            assertThat(plan.steps()).isNotNull();
        } catch (OperationRefused refused) {
            assertThat(refused.status().http()).isIn(400, 404);
            assertThat(refused.reply().body().has("statusCode")).isNotEqualTo(refused.reply().body().has("errorDescription"));
            assertThat(refused.getMessage()).isNotBlank().doesNotContain("garbage", "4711");
        }
    }

    @Property(tries = 200)
    void any_read_is_a_resource_or_not_found(@ForAll("paths") GenesysPath path, @ForAll("queries") Map<String, String> query) {
        GenesysReply reply = new GenesysReads(Story.DIRECTORY, Story.URIS).read(Story.entry(Story.ANA),
                story.replicas(Story.ANA, Agent.SIGNED_OUT), Scenario.START, path, query);
        assertThat(reply.status().http()).isIn(200, 404);
        assertThat(reply.body().path("statusCode").asInt()).isIn(0, 6);
    }

    @Provide
    Arbitrary<GenesysPath> paths() {
        Arbitrary<List<String>> segments = Arbitraries.of(SEGMENTS).list().ofMaxSize(4);
        Arbitrary<List<String>> known = Arbitraries.of(List.of(), List.of("channels", "voice"), List.of("calls", Story.K1.value()),
                List.of("interactions", Story.I.value()),
                List.of("devices", "5001", "calls"));
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.oneOf(segments, known)).as(GenesysPath::new);
    }

    @Provide
    Arbitrary<Map<String, String>> queries() {
        return Arbitraries.maps(Arbitraries.of("fields", "subresources", "x"),
                Arbitraries.of("*", "", ",", "id", "id,state,,x", "calls, devices", "uri", "$", "statusCode")).ofMaxSize(2);
    }

    @Provide
    Arbitrary<ObjectNode> bodies() {
        return Combinators.combine(Arbitraries.of(OPERATIONS), object(3)).as((name, members) -> members.put("operationName", name));
    }

    private static Arbitrary<ObjectNode> object(int depth) {
        return Arbitraries.maps(Arbitraries.of(NAMES), value(depth - 1)).ofMaxSize(5).map(all -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            all.forEach(node::set);
            return node;
        });
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(List.of(
                Arbitraries.of("5002", "sales", "voice", "garbage 4711", "+15551234", "", "\u00a0", "7001", "/devices/5001", "12#")
                        .map(JsonNodeFactory.instance::textNode),
                Arbitraries.integers().map(JsonNodeFactory.instance::numberNode),
                Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode),
                Arbitraries.just(JsonNodeFactory.instance.nullNode())));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> list = value(depth - 1).list().ofMaxSize(3).map(all -> JsonNodeFactory.instance.arrayNode().addAll(all));
        return Arbitraries.oneOf(List.of(leaf, leaf, list, object(depth).map(node -> node)));
    }
}
