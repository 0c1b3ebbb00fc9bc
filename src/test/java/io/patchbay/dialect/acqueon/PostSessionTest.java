package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.contract.Posting;
import io.patchbay.testing.RunningGateway;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session without a socket. */
class PostSessionTest {

    @Test
    void it_ends_when_no_envelope_comes_for_a_while() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("node.name", "acqueon-idle", "acqueon.session.grace", "1s"))) {
            Posting post = new Posting(gateway.http(), "ana", List.of());
            assertThat(posted(post, "SetUserInfo", Map.of("username", "ana", "password", "ana"))).isEqualTo("202 ");
            await().pollDelay(Duration.ofSeconds(2)).pollInterval(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30))
                    .until(() -> posted(post, "SetReadyState", Map.of()).equals("400 Authorization Failure"));
            assertThat(posted(post, "SetUserInfo", Map.of("username", "ana", "password", "ana"))).isEqualTo("202 ");
        }
    }

    private static String posted(Posting post, String subtopic, Map<String, String> data) {
        post.send("/acqueon", CiscoClient.envelope("Agent", subtopic, data).toString());
        HttpResponse<String> response = post.next();
        return response.statusCode() + " " + CiscoClient.error(CiscoClient.tree(response.body()));
    }
}
