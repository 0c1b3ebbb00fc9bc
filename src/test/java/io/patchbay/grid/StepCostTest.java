package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DESIGN's table: what a command costs in steps with backup and in Kafka records. More than that is a design error. */
class StepCostTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static Cluster cluster;
    private static Driver driver;
    private static AgentId ana;
    private static AgentId ben;
    private static AgentId caro;
    private static Driver.Arrived call;

    @BeforeAll
    static void three_agents_are_signed_in() {
        cluster = Cluster.of(1, broker.bootstrap());
        driver = new Driver(cluster.member(0));
        ana = Driver.someone("ana");
        ben = Driver.someone("ben");
        caro = Driver.someone("caro");
        driver.signIn(ana, "5001", new QueueName("none"));
        driver.signIn(ben, "5002", new QueueName("none"));
        driver.signIn(caro, "5003", new QueueName("none"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_dial_is_four_steps_and_five_records_a_hold_one_and_one_a_consult_three_and_four_and_its_transfer_two_and_two() {
        costs(4, 5, () -> {
            call = driver.dial(ana, ben, "5002");
            driver.awaitLeg(call, ben, Connection.State.ALERTING);
        });
        driver.take(call.subject(), new VoiceCommand.Answer(ben, call.call()));
        driver.awaitPresence(ben, Presence.BUSY);
        costs(1, 1, () -> driver.take(call.subject(), new VoiceCommand.Hold(ana, call.call())));
        driver.take(call.subject(), new VoiceCommand.Retrieve(ana, call.call()));
        costs(3, 4, () -> {
            driver.take(call.subject(), new TwoCallCommand.ConsultationCall(ana, Call.ConsultFor.EITHER,
                    new Destination.Extension(caro, new Address("5003"))));
            driver.awaitLeg(call, caro, Connection.State.ALERTING);
        });
        CallId second = driver.interaction(call).callsOf(caro).get(0).id();
        driver.take(call.subject(), new VoiceCommand.Answer(caro, second));
        driver.awaitPresence(caro, Presence.BUSY);
        costs(2, 2, () -> {
            driver.take(call.subject(), new TwoCallCommand.TransferCall(ana));
            driver.awaitPresence(ana, Presence.NOT_READY);
        });
    }

    @Test
    void what_is_written_in_a_chat_is_one_step_and_one_record() {
        CommandId id = new CommandId(UUID.randomUUID().toString());
        Subject chat = Subject.of(Ids.interaction(id));
        QueueName queue = new QueueName("nobody");
        driver.take(chat, new PlatformCommand.SessionRequested(Medium.CHAT, "Pat", Optional.empty(),
                new Destination.ToQueue(queue, new Address("6009"), true), Optional.empty(), Map.of(), Driver.TERMS));
        await().atMost(Duration.ofSeconds(10)).until(() -> cluster.member(0).cell(Subject.of(queue)) != null
                && broker.records("cti.interactions", chat.id()).size() == 3);
        long before = cluster.member(0).steps();
        driver.take(chat, new PlatformCommand.CustomerWrites("Hello"));
        await().atMost(Duration.ofSeconds(10)).until(() -> broker.records("cti.interactions", chat.id()).size() == 4);
        assertThat(cluster.member(0).steps() - before).isEqualTo(1);
    }

    private static void costs(long steps, int records, Runnable command) {
        long stepsBefore = cluster.member(0).steps();
        int recordsBefore = records();
        command.run();
        await().atMost(Duration.ofSeconds(10)).until(() -> records() - recordsBefore >= records);
        assertThat(cluster.member(0).steps() - stepsBefore).as("steps").isEqualTo(steps);
        assertThat(records() - recordsBefore).as("records").isEqualTo(records);
    }

    /** Of these agents and of every interaction: nobody else uses this grid, but the topics are shared. */
    private static int records() {
        int calls = call == null ? 0 : broker.records("cti.interactions", call.interaction().value()).size();
        return calls + broker.records("cti.agents", ana.value()).size() + broker.records("cti.agents", ben.value()).size()
                + broker.records("cti.agents", caro.value()).size();
    }
}
