package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.publish.LastEra;
import io.patchbay.publish.Offset;
import io.patchbay.publish.Outbound;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Fold;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What consumers rely on: repeats drop by number, no id comes twice for two events (DESIGN 4.7, 4.17). */
class TopicContractTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final Broker broker = new Broker();
    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void events_whose_acknowledgement_was_lost_are_repeated_and_drop_by_number() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap(), this::losingEverySecondAcknowledgement)) {
            Driver driver = new Driver(cluster.member(0));
            AgentId ana = Driver.someone("ana");
            driver.signIn(ana, "5001", new QueueName("none"));
            for (int i = 0; i < 5; i++) {
                driver.ready(ana);
                driver.take(Subject.of(ana), new AgentCommand.SetPresence(driver.channel(ana), Presence.NOT_READY));
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(folded(ana).number())
                    .isEqualTo(cluster.member(0).cell(Subject.of(ana)).number()));

            assertThat(folded(ana).state()).isEqualTo(driver.agent(ana));
            assertThat(ids(ana)).as("acknowledgements lost: %s", lost).hasSizeGreaterThan((int) ids(ana).stream().distinct().count());
        }
    }

    @Test
    void a_new_grid_over_old_topics_begins_a_new_era_and_gives_no_id_twice() {
        AgentId ana = Driver.someone("ana");
        for (int start = 1; start <= 2; start++) {
            try (Cluster cluster = Cluster.of(1, broker.bootstrap(), o -> o, () -> LastEra.read(KafkaClients.plain(broker.bootstrap())))) {
                Driver driver = new Driver(cluster.member(0));
                driver.signIn(ana, "5001", new QueueName("none"));
                driver.take(Subject.of(ana), new AgentCommand.EndSession(Cause.LOGOUT));
                int all = start * 4;
                await().atMost(SOON).until(() -> ids(ana).size() >= all);
                // The era is read from the last records of each partition, so this one's must be there before the next begins.
                assertThat(LastEra.read(KafkaClients.plain(broker.bootstrap()))).isEqualTo(cluster.member(0).cell(Subject.of(ana)).era());
            }
        }
        assertThat(ids(ana)).doesNotHaveDuplicates().hasSize(8);
        Agent last = (Agent) folded(ana).state();
        assertThat(last.at(Optional.empty(), last.work())).isEqualTo(Agent.SIGNED_OUT);
    }

    private Outbound losingEverySecondAcknowledgement(Outbound real) {
        return batch -> {
            CompletableFuture<List<Offset>> acknowledged = new CompletableFuture<>();
            real.send(batch).whenComplete((offsets, error) -> {
                if (lost.incrementAndGet() % 2 == 0) {
                    acknowledged.completeExceptionally(new IllegalStateException("the acknowledgement was lost"));
                } else {
                    acknowledged.complete(offsets);
                }
            });
            return acknowledged;
        };
    }

    private static Fold.Folded folded(AgentId agent) {
        Fold fold = new Fold((Agent s, AgentEvent e, Instant at) -> new AgentRules().evolve(s, e, at),
                (Interaction s, InteractionEvent e, Instant at) -> new InteractionRules().evolve(s, e, at));
        return fold.events(broker.records("cti.agents", agent.value())).get(Subject.of(agent));
    }

    private static List<String> ids(AgentId agent) {
        return broker.records("cti.agents", agent.value()).stream()
                .map(r -> new String(r.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)).toList();
    }
}
