package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.contract.Posting;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample of the page Consult a Call, byte for byte, with its no-break spaces. */
class PrintedConsultTest {
    private RunningGateway gateway;
    private CiscoClient dan;
    private Posting sim;
    private String sample;

    @BeforeEach
    void signIn() throws IOException {
        gateway = RunningGateway.start(Map.of("node.name", "acqueon-printed"));
        dan = new CiscoClient(gateway.http()).signIn("dan", "5069");
        sim = new Posting(gateway.http(), "sim", List.of());
        sample = Files.readString(Path.of("src/test/resources/dialect/acqueon/consult.json"));
    }

    @AfterEach
    void leave() {
        dan.cut();
        gateway.close();
    }

    @Test
    void without_a_number_to_call_it_is_refused() {
        assertThat(sample).contains("\u00a0", "\"data \"");
        dan.send(sample);
        JsonNode refused = dan.await(envelope -> !CiscoClient.error(envelope).isEmpty());
        assertThat(CiscoClient.error(refused)).isEqualTo("Parameter Missing");
        assertThat(refused.at("/data/data/errorMessage").asText()).isEqualTo("toAddress");
    }

    @Test
    void with_a_number_it_consults() {
        String withNumber = sample.replace("\"CallID\"", "\"toAddress\":\"5002\", \"CallID\"");
        dan.send(withNumber);
        assertThat(dan.awaitError()).isEqualTo("Dialog Not Found");
        String call = call();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            dan.send(withNumber.replace("16786021", call));
            return dan.awaitError();
        }, "Invalid State"::equals);
        dan.send("InboundCall", "SetANSWER", Map.of("MediaAddress", "5069", "CallID", call));
        await().atMost(Duration.ofSeconds(20)).until(() -> party(call, "5069").equals("connected"));
        dan.send(withNumber.replace("16786021", call));
        await().atMost(Duration.ofSeconds(20)).until(() -> party(call, "5069").equals("held"));
    }

    /** A customer's, which rings. */
    private String call() {
        sim.send("/platform/calls", "{\"from\":\"+15551234\",\"to\":\"5069\"}");
        String call = CiscoClient.tree(sim.next().body()).path("call").asText();
        await().atMost(Duration.ofSeconds(20)).until(() -> party(call, "5069").equals("alerting"));
        return call;
    }

    private String party(String call, String address) {
        return CallParties.state(gateway.http(), call, address);
    }
}
