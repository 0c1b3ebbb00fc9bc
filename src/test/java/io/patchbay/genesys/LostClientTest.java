package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contact-centre session outlives the last CometD session of its agent for {@code genesys.session.grace}, and no longer. */
class LostClientTest {
    private static final Duration GRACE = Duration.ofSeconds(2);

    @Test
    void an_agent_whose_last_client_left_is_signed_out_unless_one_returns_in_time() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("genesys.session.grace", GRACE.toSeconds() + "s"));
                Desktop ben = Desktop.of(gateway.http(), "ben", "5002")) {
            GenesysDesktop first = GenesysDesktop.of(gateway.http(), "ana").listen("/v2/me/*").signIn();
            GenesysDesktop second = GenesysDesktop.of(gateway.http(), "ana").listen("/v2/me/*");
            first.dial("5002");
            ben.answer();
            String call = second.call("Established");
            first.close();
            second.close();
            assertThat(first.ended()).succeedsWithin(GRACE);
            GenesysDesktop returning = GenesysDesktop.of(gateway.http(), "ana").listen("/v2/me/*");
            await().during(GRACE.plusSeconds(1)).atMost(GRACE.multipliedBy(4)).untilAsserted(() -> {
                JsonNode me = returning.get("/me?subresources=*").path("user");
                assertThat(me.at("/devices/0/userState/state").asText()).isEqualTo("NotReady");
                assertThat(me.at("/calls/0/id").asText()).isEqualTo(call);
            });

            returning.close();
            ben.told("conversation.disposed", told -> told.path("target").asText().endsWith(call) || told.toString().contains(call));
            JsonNode me = returning.get("/me?subresources=*").path("user");
            assertThat(me.at("/devices/0/userState/state").asText()).isEqualTo("LoggedOut");
            assertThat(me.path("calls")).isEmpty();
        }
    }
}
