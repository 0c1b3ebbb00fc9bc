package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that comes back at another member of the cluster. */
class ReboundSessionTest {
    private static RunningGateway one;
    private static RunningGateway two;
    private static RunningFarEnd atOne;
    private static RunningFarEnd atTwo;

    @BeforeAll
    static void start() {
        List<RunningGateway> pair = RunningGateway.pair();
        one = pair.get(0);
        two = pair.get(1);
        atOne = new RunningFarEnd(one.http());
        atTwo = new RunningFarEnd(two.http());
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void it_has_what_it_missed_and_the_older_connection_is_closed() {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> atOne.open("ana"));
        atTwo.platform("/platform/calls", Player.parse("{\"from\":\"+15557004\",\"to\":\"sales\"}"));
        FarEnd.Line older = ana.line;
        ana.line = atTwo.open("ana");
        assertThat(Caller.code(ana.bind(false, ana.after))).isEqualTo("ALREADY_BOUND");
        JsonNode bound = ana.bind(true, ana.after);
        assertThat(bound.at("/data/reset").asBoolean(true)).as("%s", bound).isFalse();
        assertThat(older.closed()).contains(4409);

        String conversation = ana.until(ReconnectingClient.is("conversation.initialized")).path("target").asText();
        ana.ask("conversation.request.answer", conversation, "{}");
        ana.until(ReconnectingClient.is("interaction.screenpop"));
        ana.line.leave();
        ana.line = atOne.open("ana");
        assertThat(ana.bind(true, ana.after).path("result").asText()).isEqualTo("success");
        ana.ask("conversation.request.release", conversation, "{}");
        ana.until(ReconnectingClient.is("interaction.ended"));
        ana.signOut();
    }
}
