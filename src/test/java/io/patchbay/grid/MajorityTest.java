package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.patchbay.model.AgentId;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Ports;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member of three or more begins nothing before it sees a majority. */
class MajorityTest {
    @RegisterExtension
    static final Broker broker = new Broker();

    @Test
    void three_members_start_from_nothing_at_the_same_time_and_are_one_cluster() {
        try (Cluster cluster = Cluster.atOnce(3, broker.bootstrap())) {
            for (Grid member : cluster.members()) {
                AgentId ana = Driver.someone("ana");
                new Driver(member).signIn(ana, "5001", new QueueName("none"));
                assertThat(member.members()).hasSize(3);
                assertThat(member.cell(Subject.of(ana)).era()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_member_that_sees_no_majority_in_time_says_what_to_do() {
        int port = Ports.free();
        GridSettings alone = new GridSettings("m1", "test-" + UUID.randomUUID(), 3, "127.0.0.1", port, List.of("127.0.0.1:" + port), 8_000);
        HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(HazelcastConfig.of(alone, noSteps()));
        try (PartitionEras eras = new PartitionEras(hazelcast, () -> 0)) {
            assertThatThrownBy(() -> Era.begin(hazelcast, alone, eras, Duration.ofMillis(300))).isInstanceOf(GridUnavailable.class)
                    .hasMessageContaining("works with 2 members or more").hasMessageContaining("m1").hasMessageContaining("sees 1,")
                    .hasMessageContaining("start the others").extracting(e -> ((GridUnavailable) e).key()).isEqualTo("cluster.peers");
        } finally {
            hazelcast.shutdown();
        }
    }

    private static Host noSteps() {
        return (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (host, method, arguments) -> {
            throw new UnsupportedOperationException("no step runs here");
        });
    }
}
