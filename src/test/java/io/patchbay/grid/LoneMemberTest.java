package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.publish.Topics;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member without a live backup takes Kafka's acknowledgement for the backup: nothing is told before it (DESIGN 4.9). */
class LoneMemberTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private final HeldAcknowledgements acknowledgements = new HeldAcknowledgements();

    @Test
    void neither_the_caller_nor_a_follower_hears_of_a_step_before_kafka_has_it() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap(), acknowledgements::of)) {
            Driver driver = new Driver(cluster.member(0));
            AgentId ana = Driver.someone("ana");
            driver.signIn(ana, "5001", new QueueName("none"));
            Heard heard = new Heard();
            cluster.member(0).follow(Subject.of(ana), heard);
            await().until(() -> heard.last == 3);

            acknowledgements.hold();
            CompletableFuture<Outcome> outcome = driver.send(Driver.fresh(), Subject.of(ana),
                    new AgentCommand.SetPresence(driver.channel(ana), Presence.READY), "");
            await().until(() -> acknowledgements.isHolding());

            assertThat(driver.agent(ana).channels().get(0).presence()).isEqualTo(Presence.READY);
            assertThat(outcome).isNotDone();
            assertThat(heard.last).isEqualTo(3);

            acknowledgements.release();
            assertThat(outcome).succeedsWithin(Duration.ofSeconds(5)).matches(Outcome::isAccepted);
            await().until(() -> heard.last == 4);
        }
    }

    @Test
    void while_kafka_is_away_an_outcome_is_unavailable_in_time_and_asking_again_afterwards_tells_it() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap(), acknowledgements::of)) {
            Driver driver = new Driver(cluster.member(0));
            AgentId ana = Driver.someone("ana");
            driver.signIn(ana, "5001", new QueueName("none"));
            CommandId id = Driver.fresh();
            AgentCommand ready = new AgentCommand.SetPresence(driver.channel(ana), Presence.READY);

            acknowledgements.hold();
            assertThat(driver.send(id, Subject.of(ana), ready, "")).succeedsWithin(Cluster.PATIENCE.plusSeconds(2))
                    .isEqualTo(Router.unavailable());

            acknowledgements.release();
            assertThat(driver.send(id, Subject.of(ana), ready, "")).succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(Outcome.accepted());
        }
    }

    /** A queue is made again from its contacts and agents, so Kafka is no backup of it. */
    @Test
    void an_offer_does_not_wait_for_the_events_of_its_queue() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap(), real -> batch -> batch.stream()
                .anyMatch(record -> record.topic().equals(Topics.QUEUES)) ? new CompletableFuture<>() : real.send(batch))) {
            Driver driver = new Driver(cluster.member(0));
            AgentId ana = Driver.someone("ana");
            QueueName queue = new QueueName(Driver.someone("queue").value());
            driver.signIn(ana, "5001", queue);
            driver.ready(ana);

            driver.awaitLeg(driver.arrives(queue), ana, Connection.State.ALERTING);

            assertThat(broker.records(Topics.QUEUES, queue.value())).isEmpty();
        }
    }

    private static final class Heard implements SubjectListener {
        private volatile long last;

        @Override
        public void state(int era, long number, State state, List<Past> history) {
            last = number;
        }

        @Override
        public void event(int era, Recorded event, State before, State after) {
            last = event.number();
        }
    }
}
