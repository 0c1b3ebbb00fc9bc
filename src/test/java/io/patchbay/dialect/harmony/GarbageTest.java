package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.wire.ConnectionEvent;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes is answered once, with a failure when it is no request; nothing is thrown. */
class GarbageTest {
    private static final List<String> COMMANDS = List.of("prepareSession", "session.start", "session.request.addchannel",
        "session.request.removechannelgroup", "session.request.addchannelgroup", "channelgroup.request.activateall",
        "channel.request.activate", "channel.request.deactivate", "channel.request.notready", "channel.request.dial",
        "interaction.request.setinteractiondata", "interaction.request.setdisposition", "conversation.request.hold", "x");
    private static final List<String> NAMES = List.of("channel", "channelgroup", "channeloptions", "channelOptions", "id", "name", "queue",
        "endpoint", "type", "reason", "reasoncode", "reasondesc", "destination", "extensions", "skillId", "key", "value", "agent",
        "password", "chat", "override", " data");

    @Property(tries = 300)
    void any_text_is_answered_with_one_failure(@ForAll String text) {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        ana.signal(new ConnectionEvent.Frame(ana, text));
        assertThat(ana.received).hasSize(1);
        assertThat(ana.received.get(0).path("result").asText()).isEqualTo("failure");
        assertThat(ana.received.get(0).at("/failure/code").asText()).isEqualTo("INVALID_MESSAGE");
    }

    @Property(tries = 300)
    void any_request_is_answered_once_and_never_by_a_mistake_of_ours(@ForAll("requests") JsonNode request) {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        ana.signal(new ConnectionEvent.Frame(ana, request.toString().replace("$S", ana.session())));
        assertThat(ana.received).hasSize(1);
        assertThat(ana.received.get(0).path("result").asText()).isIn("success", "failure");
        assertThat(ana.received.get(0).at("/failure/code").asText()).isNotEqualTo("INTERNAL");
        assertThat(ana.received.get(0).at("/failure/context").asText()).isEmpty();
    }

    @Provide
    Arbitrary<JsonNode> requests() {
        Arbitrary<JsonNode> command = Arbitraries.of(COMMANDS).map(JsonNodeFactory.instance::textNode);
        Arbitrary<JsonNode> target = Arbitraries.of("$S", "$S.G", "$S.G.C", "$S.D", "$S.G.C." + Sample.I,
            "$S.G.C." + Sample.I + "." + Sample.K, "", ".", "$S..C").map(JsonNodeFactory.instance::textNode);
        return Combinators.combine(rarely(command), rarely(target), value(3), Arbitraries.of(true, false)).as((c, t, d, withId) -> {
            ObjectNode request = JsonNodeFactory.instance.objectNode();
            request.set("command", c);
            request.set("target", t);
            request.set("data", d);
            return withId ? request.put("requestId", "r") : request;
        });
    }

    private static Arbitrary<JsonNode> rarely(Arbitrary<JsonNode> usual) {
        return Arbitraries.integers().between(0, 9).flatMap(n -> n > 0 ? usual : value(1));
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(List.of(
            Arbitraries.of("5001", "sales", "*", "Telephony", "1", "acw", "+15550100", "C", "G", "", "\u00a0")
                .map(JsonNodeFactory.instance::textNode),
            Arbitraries.strings().map(JsonNodeFactory.instance::textNode),
            Arbitraries.bigDecimals().map(JsonNodeFactory.instance::numberNode),
            Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode),
            Arbitraries.just(JsonNodeFactory.instance.nullNode())));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> list = value(depth - 1).list().ofMaxSize(3).map(all -> JsonNodeFactory.instance.arrayNode().addAll(all));
        Arbitrary<JsonNode> object = Arbitraries.maps(Arbitraries.of(NAMES), value(depth - 1)).ofMaxSize(4).map(all -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            all.forEach(node::set);
            return node;
        });
        return Arbitraries.integers().between(0, 7).flatMap(n -> n > 2 ? object : n > 1 ? list : leaf);
    }
}
