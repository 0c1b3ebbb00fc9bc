package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.AgentId;
import io.patchbay.model.Connection;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.VoiceCommand;
import io.patchbay.testing.Broker;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DESIGN's table: what a command costs in steps with backup and in Kafka records. More than that is a design error. */
class CostTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static Cluster cluster;
    private static Driver driver;
    private static AgentId ana;
    private static AgentId ben;
    private static Driver.Arrived call;

    @BeforeAll
    static void ana_and_ben_are_signed_in() {
        cluster = Cluster.of(1, broker.bootstrap());
        driver = new Driver(cluster.member(0));
        ana = Driver.someone("ana");
        ben = Driver.someone("ben");
        driver.signIn(ana, "5001", new QueueName("none"));
        driver.signIn(ben, "5002", new QueueName("none"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void dialling_another_agent_is_four_steps_and_five_records_and_a_hold_is_one_and_one() {
        costs(4, 5, () -> {
            call = driver.dial(ana, ben, "5002");
            driver.awaitLeg(call, ben, Connection.State.ALERTING);
        });
        driver.take(call.subject(), new VoiceCommand.Answer(ben, call.call()));
        driver.awaitPresence(ben, Presence.BUSY);
        costs(1, 1, () -> driver.take(call.subject(), new VoiceCommand.Hold(ana, call.call())));
    }

    private static void costs(long steps, int records, Runnable command) {
        long stepsBefore = cluster.member(0).steps();
        int recordsBefore = records();
        command.run();
        await().atMost(Duration.ofSeconds(10)).until(() -> records() - recordsBefore >= records);
        assertThat(cluster.member(0).steps() - stepsBefore).as("steps").isEqualTo(steps);
        assertThat(records() - recordsBefore).as("records").isEqualTo(records);
    }

    /** Of these two agents and of every interaction: nobody else uses this grid, but the topics are shared. */
    private static int records() {
        int calls = call == null ? 0 : broker.records("cti.interactions", call.interaction().value()).size();
        return calls + broker.records("cti.agents", ana.value()).size() + broker.records("cti.agents", ben.value()).size();
    }
}
