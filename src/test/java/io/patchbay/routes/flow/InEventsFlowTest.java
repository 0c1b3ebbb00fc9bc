package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.events.EventLog;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.testing.Broker;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code 1-in-events.camel.yaml}. */
class InEventsFlowTest extends RouteFileTest {
    InEventsFlowTest() {
        super("1-in-events", "9-policies");
    }

    @RegisterExtension
    static final Broker BROKER = new Broker();
    private EventLog log;

    @Override
    String brokers() {
        return BROKER.bootstrap();
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        super.bindToRegistry(registry);
        new TopicSetup(KafkaClients.plain(brokers()), new TopicSettings(3, (short) 1, Duration.ofDays(1), false)).run();
        log = EventLog.follow(KafkaClients.plain(brokers()));
        registry.bind("eventLog", log);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"in-events, eventSockets.serve", "in-events-stream, eventStreams.serve", "in-events-schemas, schemaFiles.file"})
    void each_door_has_one_step(String route, String step) throws Exception {
        assertThat(send(route, "event").getException()).isNull();
        assertThat(steps.run()).containsExactly(step);
    }

    @ParameterizedTest
    @CsvSource({"in-events, eventSockets.serve", "in-events-stream, eventStreams.serve", "in-events-schemas, schemaFiles.file"})
    void a_failure_ends_its_exchange(String route, String step) throws Exception {
        steps.fail(step);
        Exchange ended = send(route, "event");
        assertThat(ended.getException()).isNull();
        assertThat(ended.getExchangeExtension().isFailureHandled()).isTrue();
    }
}
