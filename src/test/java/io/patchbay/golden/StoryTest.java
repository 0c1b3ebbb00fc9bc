package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Fold;
import io.patchbay.testing.RunningGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One call from the customer's dial to the agent's last click: sockets, both event topics, both snapshots, the tombstone. */
class StoryTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static final Subject BEN = new Subject(Subject.Kind.AGENT, "ben");

    @Test
    void a_queue_call_is_the_same_on_the_sockets_and_on_the_topics() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("interaction.retention", "3s", "node.name", "story"))) {
            RunningFarEnd farEnd = new RunningFarEnd(gateway.http());
            Player player = new Player(farEnd);
            player.play(Library.harmony().transcripts().stream().filter(t -> t.name().startsWith("story/")).findFirst().orElseThrow());
            Subject call = Subject.of(new InteractionId(player.names().get("I").orElseThrow()));

            assertThat(types(awaitLast("cti.interactions", call.id(), "cti.interaction.completed.v1"))).containsExactly(
                    "interaction.created", "call.originated", "interaction.queued", "call.delivered", "interaction.rejected",
                    "interaction.requeued", "call.delivered", "call.established", "call.held", "call.retrieved", "interaction.dataChanged",
                    "call.connectionCleared", "call.connectionCleared", "interaction.ended", "interaction.dispositionSet",
                    "interaction.completed");
            Map<Subject, Fold.Folded> folded = fold().events(mine(call, BEN));
            assertThat(((Interaction) folded.get(call).state()).phase()).isEqualTo(Interaction.Phase.ENDED);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                StateSnapshot ben = Fold.snapshots(broker.records("cti.agent-state", "ben")).get(BEN);
                assertThat(ben.number()).isEqualTo(folded.get(BEN).number());
                assertThat(ben.state()).isEqualTo(folded.get(BEN).state());
            });
            assertThat(broker.awaitRecords("cti.interaction-state", r -> r.key().equals(call.id()) && r.value() == null))
                    .filteredOn(r -> r.key().equals(call.id())).as("a snapshot, then the tombstone").hasSizeGreaterThanOrEqualTo(2)
                    .last().matches(r -> r.value() == null);
            new TearDown().after(player, farEnd);
        }
    }

    private static Fold fold() {
        return new Fold((Agent s, AgentEvent e) -> new AgentRules().evolve(s, e),
                (Interaction s, InteractionEvent e) -> new InteractionRules().evolve(s, e));
    }

    private static List<ConsumerRecord<String, byte[]>> mine(Subject... subjects) {
        return Stream.of("cti.agents", "cti.interactions")
                .flatMap(t -> Stream.of(subjects).flatMap(s -> broker.records(t, s.id()).stream()))
                .filter(r -> header(r, "ce_source").equals("/patchbay/story")).toList();
    }

    private static List<ConsumerRecord<String, byte[]>> awaitLast(String topic, String key, String type) {
        broker.awaitRecords(topic, r -> r.key().equals(key) && header(r, "ce_type").equals(type));
        return broker.records(topic, key);
    }

    private static List<String> types(List<ConsumerRecord<String, byte[]>> records) {
        List<String> types = new ArrayList<>();
        records.forEach(r -> types.add(header(r, "ce_type").replaceAll("^cti\\.|\\.v1$", "")));
        return types;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
