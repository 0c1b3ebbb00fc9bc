package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.Connection;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.VoiceCommand;
import io.patchbay.testing.Broker;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallOnTheGridTest {
    @RegisterExtension
    static final Broker broker = new Broker();

    @Test
    void a_customer_reaches_the_agent_who_is_ready_alone_or_in_a_cluster() {
        for (int size = 1; size <= 2; size++) {
            try (Cluster cluster = Cluster.of(size, broker.bootstrap())) {
                talk(cluster.member(size - 1));
            }
        }
    }

    private static void talk(Grid grid) {
        Driver driver = new Driver(grid);
        AgentId ana = Driver.someone("ana");
        QueueName sales = new QueueName("sales-" + ana);
        driver.signIn(ana, "5001", sales);
        driver.ready(ana);
        Driver.Arrived call = driver.arrives(sales);
        driver.awaitLeg(call, ana, Connection.State.ALERTING);
        driver.take(call.subject(), new VoiceCommand.Answer(ana, call.call()));
        driver.awaitPresence(ana, Presence.BUSY);

        assertThat(driver.interaction(call).owner()).contains(ana);
        assertThat(broker.awaitRecords("cti.interactions", call.interaction().value(), 5))
                .extracting(r -> new String(r.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .containsExactly("cti.interaction.created.v1", "cti.interaction.queued.v1", "cti.call.originated.v1",
                        "cti.call.delivered.v1", "cti.call.established.v1");
    }
}
