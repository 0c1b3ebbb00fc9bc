package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.RunningGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that asks faster than it may, at each door of Harmony. */
class FloodTest {
    private static final int BURST = 40;
    private static final int FLOOD = 200;
    private static final String TOGGLE = "session.request.incontact.agentleg.disconnect";
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("harmony.requests.burst", Integer.toString(BURST), "harmony.requests.rate", "5"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(GoldenDoor.class)
    void who_asks_too_fast_is_refused_in_order_and_nobody_else(GoldenDoor door) {
        RunningFarEnd farEnd = RunningFarEnd.through(door, gateway);
        Caller ana = new Caller("ana", farEnd.open("ana"));
        Caller ben = new Caller("ben", farEnd.open("ben"));
        String anas = ana.begin();
        String bens = ben.begin();
        for (int i = 0; i < FLOOD; i++) {
            ana.line().send(Caller.request(TOGGLE, anas, "flood-" + i).toString());
            if (i % (FLOOD / 20) == 0) {
                assertThat(Caller.code(ben.ask(Caller.request("no.such", bens, "calm-" + i)))).isEqualTo("UNKNOWN_COMMAND");
            }
        }
        List<JsonNode> replies = new ArrayList<>();
        while (replies.size() < FLOOD) {
            replies.add(ana.reply());
        }
        assertThat(replies).extracting(reply -> reply.path("requestId").asText())
            .containsExactlyElementsOf(IntStream.range(0, FLOOD).mapToObj(i -> "flood-" + i).toList());
        List<String> outcomes = replies.stream().map(r -> r.path("result").asText() + Caller.code(r)).toList();
        assertThat(outcomes.subList(0, BURST - 2)).containsOnly("success");
        assertThat(outcomes).contains("failureTOO_MANY_REQUESTS").containsOnly("success", "failureTOO_MANY_REQUESTS");
        assertThat(replies.get(outcomes.indexOf("failureTOO_MANY_REQUESTS")).at("/original/command").asText()).isEqualTo(TOGGLE);
        leaves(ana, anas);
        leaves(ben, bens);
    }

    /** What was refused may be asked again a little later. */
    private static void leaves(Caller caller, String session) {
        await().until(() -> caller.ask(Caller.request("session.request.logout", session, "out")).path("result").asText().equals("success"));
        caller.line().leave();
    }
}
