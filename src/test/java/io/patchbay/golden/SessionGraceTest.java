package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a session outlives its connection, and what then becomes of its agent's call. */
class SessionGraceTest {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static RunningGateway gateway;
    private static RunningFarEnd farEnd;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("harmony.session.grace", GRACE.toSeconds() + "s"));
        farEnd = new RunningFarEnd(gateway.http());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void it_ends_as_if_logged_out_when_nobody_comes_back() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> farEnd.open("ana"));
        JsonNode call = farEnd.platform("/platform/calls", Player.parse("{\"from\":\"+15557006\",\"to\":\"sales\"}")).body();
        ana.ask("conversation.request.answer", ana.until(ReconnectingClient.is("conversation.initialized")).path("target").asText(), "{}");
        ana.line.leave();
        assertThat(parties(call)).as("meanwhile she is in the call").contains("5001");

        await().atMost(GRACE.multipliedBy(5)).until(() -> !parties(call).contains("5001"));
        ana.line = farEnd.open("ana");
        assertThat(Caller.code(ana.bind(true, ana.after))).isEqualTo("UNKNOWN_TARGET");
        ReconnectingClient again = ReconnectingClient.ready("ana", () -> ana.line);
        again.signOut();
    }

    @Test
    void who_comes_back_in_time_keeps_it() {
        ReconnectingClient ben = ReconnectingClient.ready("ben", () -> farEnd.open("ben"));
        for (int i = 0; i < 3; i++) {
            ben.comeBack();
        }
        await().during(GRACE.plusMillis(500)).atMost(GRACE.multipliedBy(3))
            .until(() -> ben.ask("session.request.incontact.agentleg.connect", ben.session, "{}").has("result"));
        ben.signOut();
    }

    private static String parties(JsonNode call) {
        return farEnd.platform("/platform/calls/" + call.path("call").asText(), null).body().toString();
    }
}
