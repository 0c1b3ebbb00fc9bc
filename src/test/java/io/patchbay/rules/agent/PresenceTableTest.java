package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.J;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.VOICE;
import static io.patchbay.rules.agent.AgentStory.activate;
import static io.patchbay.rules.agent.AgentStory.ana;
import static io.patchbay.rules.agent.AgentStory.deactivate;
import static io.patchbay.rules.agent.AgentStory.dial;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.inactive;
import static io.patchbay.rules.agent.AgentStory.notReady;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a voice channel becomes by each command, in each presence: a presence, a presence asked for later ({@code ~}), or a reason. */
class PresenceTableTest {
    private final AgentRules rules = new AgentRules();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            activate     | NOT_SIGNED_IN | NOT_READY     | WRONG_STATE   | WRONG_STATE  | WRONG_STATE  | WRONG_STATE  | WRONG_STATE
            deactivate   | NOT_SIGNED_IN | WRONG_STATE   | INACTIVE      | INACTIVE     | WRONG_STATE  | WRONG_STATE  | INACTIVE
            ready        | NOT_SIGNED_IN | WRONG_STATE   | READY         | WRONG_STATE  | ~READY       | ~READY       | READY
            not ready    | NOT_SIGNED_IN | WRONG_STATE   | NOT_READY     | NOT_READY    | ~NOT_READY   | ~NOT_READY   | NOT_READY
            acw          | NOT_SIGNED_IN | WRONG_STATE   | ACW           | ACW          | ~ACW         | ~ACW         | ACW
            busy         | NOT_SIGNED_IN | INVALID_DATA  | INVALID_DATA  | INVALID_DATA | INVALID_DATA | INVALID_DATA | INVALID_DATA
            dial         | NOT_SIGNED_IN | NOT_AVAILABLE | BUSY          | BUSY         | BUSY.        | BUSY.        | BUSY
            queue offer  | NOT_AVAILABLE | NOT_AVAILABLE | NOT_AVAILABLE | RESERVED     | BUSY.        | BUSY.        | NOT_AVAILABLE
            direct offer | NOT_AVAILABLE | NOT_AVAILABLE | RESERVED      | RESERVED     | BUSY.        | BUSY.        | RESERVED
            remove       | NOT_SIGNED_IN | gone          | gone          | gone         | WRONG_STATE  | WRONG_STATE  | gone
            """)
    void every_command_in_every_presence(String command, String signedOut, String inactive, String notReady, String ready, String reserved,
                                         String busy, String afterCallWork) {
        assertThat(what(ana(), command)).as("signed out").isEqualTo(signedOut);
        assertThat(what(inactive(Medium.VOICE), command)).as("inactive").isEqualTo(inactive);
        assertThat(what(notReady(Medium.VOICE), command)).as("not ready").isEqualTo(notReady);
        assertThat(what(ready(Medium.VOICE), command)).as("ready").isEqualTo(ready);
        assertThat(what(reserved(), command)).as("reserved").isEqualTo(reserved);
        assertThat(what(reserved().givenDone(taken(I)), command)).as("busy").isEqualTo(busy);
        assertThat(what(reserved().givenDone(taken(I), over(I)), command)).as("after-call work").isEqualTo(afterCallWork);
    }

    private static Scenario<Agent, AgentCommand, AgentEvent> reserved() {
        return ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES));
    }

    /** A refusal for a busy slot has a dot, to tell it from the presence. */
    private String what(Scenario<Agent, AgentCommand, AgentEvent> scenario, String command) {
        Agent agent = scenario.state();
        Decision<AgentEvent> decision = rules.decide(agent, command(command), new Stamp(Scenario.id(99), Scenario.second(99), null));
        if (decision.outcome() instanceof Outcome.Refused refused) {
            return refused.reason().name().replace("BUSY", "BUSY.");
        }
        for (AgentEvent event : decision.events()) {
            agent = rules.evolve(agent, event, Scenario.second(99));
        }
        return agent.channel(VOICE).map(PresenceTableTest::shown).orElse("gone");
    }

    private static String shown(Channel channel) {
        return channel.pending().map(p -> "~" + p.state()).orElse(channel.presence().state().name()).replace("AFTER_CALL_WORK", "ACW");
    }

    private static AgentCommand command(String name) {
        return switch (name) {
            case "activate" -> activate(VOICE);
            case "deactivate" -> deactivate(VOICE);
            case "ready" -> wish(VOICE, Presence.READY);
            case "not ready" -> wish(VOICE, Presence.notReady(new Presence.NotReadyReason("7", "Lunch")));
            case "acw" -> wish(VOICE, Presence.AFTER_CALL_WORK);
            case "busy" -> wish(VOICE, Presence.BUSY);
            case "dial" -> dial(VOICE);
            case "queue offer" -> offer(J, Medium.VOICE, SALES);
            case "direct offer" -> direct(J, Medium.VOICE);
            case "remove" -> new AgentCommand.RemoveChannel(VOICE);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
