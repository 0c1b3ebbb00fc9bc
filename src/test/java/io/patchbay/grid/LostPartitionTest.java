package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.AgentId;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.publish.LastEra;
import io.patchbay.testing.Broker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cells that were lost with all their copies: no number of one era has two events. */
class LostPartitionTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int EVENTS = 3;

    @RegisterExtension
    static final Broker broker = new Broker();

    @Test
    void a_member_that_is_lost_before_there_are_copies_takes_cells_with_it_and_the_other_begins_a_new_era() {
        List<AgentId> agents = Stream.generate(() -> Driver.someone("lost")).limit(8).toList();
        try (Cluster cluster = Cluster.withoutCopies(broker.bootstrap(), () -> LastEra.read(KafkaClients.plain(broker.bootstrap())))) {
            signIn(cluster.member(0), agents, 1);
            int before = cluster.member(0).cell(Subject.of(agents.get(0))).era();

            cluster.member(0).terminate();
            Grid left = cluster.member(1);
            await().atMost(SOON).until(() -> left.members().size() == 1);
            signIn(left, agents, 2);

            assertThat(agents).allSatisfy(agent -> {
                assertThat(ids(agent)).doesNotHaveDuplicates();
                assertThat(left.cell(Subject.of(agent)).era()).isGreaterThan(before);
            });
        }
    }

    @Test
    void cells_of_other_partitions_keep_their_era_and_each_loss_begins_another_one() {
        AgentId ana = Driver.someone("ana");
        AgentId ben = Driver.someone("ben");
        try (Cluster cluster = Cluster.of(1, broker.bootstrap())) {
            Grid member = cluster.member(0);
            signIn(member, List.of(ana, ben), 1);
            for (int loss = 1; loss <= 2; loss++) {
                lose(member.hazelcast(), Subject.of(ana));
                signIn(member, List.of(ana), loss + 1);
                assertThat(member.cell(Subject.of(ana)).era()).isEqualTo(1 + loss);
                assertThat(member.cell(Subject.of(ben)).era()).isEqualTo(1);
            }
            new Driver(member).ready(ben);
            assertThat(ids(ana)).doesNotHaveDuplicates();
            await().atMost(SOON).until(() -> ids(ben).size() > EVENTS);
            assertThat(ids(ben)).doesNotHaveDuplicates();
        }
    }

    /** All of a partition, as the loss of its only member takes it. */
    private static void lose(HazelcastInstance hazelcast, Subject subject) {
        int lost = hazelcast.getPartitionService().getPartition(subject.toString()).getPartitionId();
        Stream.of(HazelcastConfig.CELLS, HazelcastConfig.META).<IMap<String, ?>>map(hazelcast::getMap).forEach(map -> map.keySet().stream()
                .filter(key -> hazelcast.getPartitionService().getPartition(key).getPartitionId() == lost).forEach(map::delete));
    }

    /** @param times how often each agent has signed in then, of which the topics tell */
    private static void signIn(Grid member, List<AgentId> agents, int times) {
        Driver driver = new Driver(member);
        agents.forEach(agent -> driver.signIn(agent, "5001", new QueueName("none")));
        agents.forEach(agent -> await().atMost(SOON).until(() -> ids(agent).size() >= times * EVENTS));
    }

    private static List<String> ids(AgentId agent) {
        return broker.records("cti.agents", agent.value()).stream()
                .map(r -> new String(r.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)).toList();
    }
}
