package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Member;
import io.patchbay.model.AgentId;
import io.patchbay.model.QueueName;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two clusters of one name find each other: the smaller one joins the larger one, and Hazelcast gives its members new ids. */
class MergeTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> DELAYS =
            List.of("hazelcast.merge.first.run.delay.seconds", "hazelcast.merge.next.run.delay.seconds");

    @RegisterExtension
    static final Broker broker = new Broker();

    /** Clusters look for each other after minutes. */
    @BeforeAll
    static void look_for_others_soon() {
        DELAYS.forEach(delay -> System.setProperty(delay, "1"));
    }

    @AfterAll
    static void look_for_others_as_usual() {
        DELAYS.forEach(System::clearProperty);
    }

    @Test
    void a_member_that_merged_commands_and_follows_cells_of_the_others_and_they_its_own() {
        try (Cluster cluster = Cluster.apart(broker.bootstrap())) {
            Grid merged = cluster.member(0);
            await().atMost(SOON).until(() -> cluster.members().stream().allMatch(m -> m.members().size() == 3));
            assertThat(merged.hazelcast().getCluster().getMembers()).as("the oldest member came last").last()
                    .matches(Member::localMember);
            await().atMost(SOON).until(() -> merged.hazelcast().getPartitionService().isClusterSafe());

            signsInAndIsFollowed(merged, agentOf(cluster, cluster.member(1)));
            signsInAndIsFollowed(merged, agentOf(cluster, cluster.member(2)));
            signsInAndIsFollowed(cluster.member(1), agentOf(cluster, merged));
        }
    }

    private static void signsInAndIsFollowed(Grid through, AgentId agent) {
        LastNumber heard = new LastNumber();
        through.follow(Subject.of(agent), heard);
        new Driver(through).signIn(agent, "5001", new QueueName("none"));
        await().atMost(SOON).until(() -> heard.number == 3);
    }

    private static AgentId agentOf(Cluster cluster, Grid owner) {
        return Stream.generate(() -> Driver.someone("ana")).filter(a -> cluster.ownerOf(Subject.of(a)) == owner).findFirst().orElseThrow();
    }

    private static final class LastNumber implements SubjectListener {
        private volatile long number;

        @Override
        public void state(int era, long last, State state, List<Past> history) {
            number = last;
        }

        @Override
        public void event(int era, Recorded event, State before, State after) {
            number = event.number();
        }
    }
}
