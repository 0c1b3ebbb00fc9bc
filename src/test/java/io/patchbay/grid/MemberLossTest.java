package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Connection;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Outcome;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Fold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemberLossTest {
    private static final int CALLS = 6;
    private static final int WRITES = 40;

    @RegisterExtension
    static final Broker broker = new Broker();

    /** A call between two agents that have nothing else to do. */
    private record Pair(AgentId caller, AgentId called, Driver.Arrived call) { }

    /** Else the loss of the first one would lose cells. */
    @Test
    void a_member_that_is_ready_has_the_copies_of_all_cells() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap()).ready()) {
            assertThat(cluster.members()).allMatch(member -> member.hazelcast().getPartitionService().isClusterSafe());
        }
    }

    @Test
    void what_was_accepted_before_a_member_is_lost_is_in_what_remains_and_on_the_topics() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Driver driver = new Driver(cluster.member(0));
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                pairs.add(talking(driver, i));
            }
            List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
            for (int write = 0; write < WRITES; write++) {
                if (write == WRITES / 2) {
                    cluster.member(1).terminate();
                }
                for (Pair pair : pairs) {
                    outcomes.add(driver.send(Driver.fresh(), pair.call().subject(),
                            new DataCommand.SetInteractionData(pair.caller(), "k" + write, "v"), ""));
                }
            }

            assertThat(outcomes).allSatisfy(o -> assertThat(o).succeedsWithin(Duration.ofSeconds(20)).matches(Outcome::isAccepted));
            for (Pair pair : pairs) {
                assertThat(driver.interaction(pair.call()).data().keySet()).filteredOn(k -> k.startsWith("k")).hasSize(WRITES);
                foldsToWhatTheGridHolds(cluster.member(0), pair.call().subject());
                foldsToWhatTheGridHolds(cluster.member(0), Subject.of(pair.caller()));
                foldsToWhatTheGridHolds(cluster.member(0), Subject.of(pair.called()));
            }
        }
    }

    private static Pair talking(Driver driver, int index) {
        AgentId caller = Driver.someone("caller");
        AgentId called = Driver.someone("called");
        driver.signIn(caller, "1" + index, new QueueName("none"));
        driver.signIn(called, "2" + index, new QueueName("none"));
        Driver.Arrived call = driver.dial(caller, called, "2" + index);
        driver.awaitLeg(call, called, Connection.State.ALERTING);
        driver.take(call.subject(), new VoiceCommand.Answer(called, call.call()));
        return new Pair(caller, called, call);
    }

    private static void foldsToWhatTheGridHolds(Grid grid, Subject subject) {
        Fold fold = new Fold((Agent s, AgentEvent e, Instant at) -> new AgentRules().evolve(s, e, at),
                (Interaction s, InteractionEvent e, Instant at) -> new InteractionRules().evolve(s, e, at));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            Map<Subject, Fold.Folded> folded = fold.events(records(subject));
            assertThat(folded.get(subject).number()).isEqualTo(grid.cell(subject).number());
            assertThat(folded.get(subject).state()).isEqualTo(grid.cell(subject).state());
        });
    }

    private static List<ConsumerRecord<String, byte[]>> records(Subject subject) {
        return Stream.of("cti.agents", "cti.interactions").flatMap(t -> broker.records(t, subject.id()).stream()).toList();
    }
}
