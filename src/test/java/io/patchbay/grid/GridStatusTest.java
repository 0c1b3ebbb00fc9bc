package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import io.patchbay.testing.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GridStatusTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private final HeldAcknowledgements acknowledgements = new HeldAcknowledgements();

    @Test
    void a_member_takes_steps_as_long_as_it_has_a_majority_and_waits_for_one_without_an_error_in_the_log() {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        LogLines lines = new LogLines(log::add);
        try (lines; Cluster cluster = Cluster.atOnce(3, broker.bootstrap()).ready()) {
            Grid left = cluster.member(0);
            await().atMost(Duration.ofSeconds(30)).until(() -> !left.status().isLone());
            assertThat(cluster.members()).allSatisfy(member -> assertThat(member.status().takesSteps()).isTrue());
            assertThat(left.status().members()).isEqualTo(3);

            cluster.member(1).terminate();
            await().atMost(Duration.ofSeconds(30)).until(() -> left.status().members() == 2);
            await().atMost(Duration.ofSeconds(30)).until(() -> left.status().takesSteps());
            cluster.member(2).terminate();
            await().atMost(Duration.ofSeconds(30)).until(() -> !left.status().takesSteps());

            assertThat(left.status().members()).isEqualTo(1);
            assertThat(left.status().expected()).isEqualTo(3);
            assertThat(left.status().isLone()).isTrue();
            await().atMost(Duration.ofSeconds(30)).until(() -> log.stream().anyMatch(line -> line.contains("cells wait for a majority")));
            assertThat(log).noneMatch(line -> line.contains("a background task failed"));
        }
    }

    @Test
    void a_stopped_member_takes_none() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap())) {
            assertThat(cluster.member(0).status().takesSteps()).isTrue();
            cluster.member(0).terminate();
            assertThat(cluster.member(0).status().takesSteps()).isFalse();
        }
    }

    @Test
    void each_member_counts_the_agents_that_it_owns_so_that_the_sum_is_right() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap()).ready()) {
            Driver driver = new Driver(cluster.member(0));
            List<AgentId> agents = Stream.generate(() -> Driver.someone("ana")).limit(12).toList();
            agents.forEach(agent -> driver.signIn(agent, "5001", new QueueName("none")));
            await().atMost(Duration.ofSeconds(30)).until(() -> cluster.members().stream()
                    .mapToInt(member -> member.status().census().sessions()).sum() == agents.size());
            assertThat(cluster.members()).allSatisfy(member -> assertThat(member.status().census().sessions()).isBetween(1, 11));
        }
    }

    @Test
    void what_kafka_has_not_acknowledged_is_counted_with_the_age_of_the_oldest_and_stops_no_step() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap(), acknowledgements::of)) {
            GridStatus status = cluster.member(0).status();
            Driver driver = new Driver(cluster.member(0));
            AgentId ana = Driver.someone("ana");
            driver.signIn(ana, "5001", new QueueName("none"));
            await().until(() -> status.unpublished() == 0);
            assertThat(status.oldestUnpublished()).isZero();

            acknowledgements.hold();
            driver.send(Driver.fresh(), Subject.of(ana), new AgentCommand.SetPresence(driver.channel(ana), Presence.READY), "");
            await().until(() -> status.unpublished() == 1);
            Duration age = status.oldestUnpublished();
            await().until(() -> status.oldestUnpublished().compareTo(age.plusMillis(20)) > 0);
            assertThat(status.takesSteps()).isTrue();

            acknowledgements.release();
            await().until(() -> status.unpublished() == 0);
            assertThat(status.oldestUnpublished()).isZero();
        }
    }
}
