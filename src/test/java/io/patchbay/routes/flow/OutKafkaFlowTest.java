package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 3-out-kafka.camel.yaml}. */
class OutKafkaFlowTest extends RouteFileTest {
    OutKafkaFlowTest() {
        super("3-out-kafka", "9-policies");
    }

    @Test
    void a_record_is_addressed_and_sent() throws Exception {
        assertThat(send("out-kafka", "record").getException()).isNull();
        assertThat(steps.run()).containsExactly("kafkaAddress.write", "kafka:cti.unaddressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafkaAddress.write", "kafka:cti.unaddressed"})
    void a_failure_goes_back_to_the_publisher(String step) throws Exception {
        steps.fail(step);
        assertThat(send("out-kafka", "record").getException()).hasMessageContaining(step);
    }
}
