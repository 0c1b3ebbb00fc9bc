package io.patchbay.dialect.genesys.request;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.request.Request.START;
import static io.patchbay.dialect.genesys.request.Request.by;
import static io.patchbay.dialect.genesys.request.Request.commands;
import static io.patchbay.dialect.genesys.request.Request.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.agent.AgentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** StartContactCenterSession (genesys.md 3.1), run through the rules of an agent. */
class SessionOpeningTest {
    private static final AgentRules RULES = new AgentRules();
    private final List<Outcome> outcomes = new ArrayList<>();

    private static Plan opening(Agent state, String parameters) {
        return by(ANA, state, "{'operationName':'StartContactCenterSession'," + parameters + "}").onMe();
    }

    /** The agent after the commands, whose ids derive from the first as at the door. */
    private Agent run(Agent before, Plan plan) {
        Agent state = before;
        for (int i = 0; i < plan.steps().size(); i++) {
            assertThat(plan.steps().get(i).cell()).isEqualTo(Subject.of(ANA));
            Decision<AgentEvent> decision = RULES.decide(state, (AgentCommand) plan.steps().get(i).command(),
                    new Stamp(i == 0 ? START.id() : Ids.further(START.id(), i), START.at(), Subject.of(ANA)));
            outcomes.add(decision.outcome());
            assertThat(decision.outcome()).isEqualTo(Outcome.accepted());
            for (AgentEvent event : decision.events()) {
                state = RULES.evolve(state, event, START.at());
            }
        }
        return state;
    }

    private String reply(Plan plan) {
        return plan.reply().apply(outcomes).body().toString();
    }

    @Test
    void opens_each_channel_not_ready_with_the_queues_of_the_agent() {
        Plan plan = opening(Agent.SIGNED_OUT, "'channels':['voice','chat','sms','email','callback','voice'],'place':null,'x':[]");
        Agent agent = run(Agent.SIGNED_OUT, plan);
        assertThat(agent.channels()).extracting(Channel::medium).containsExactly(Medium.VOICE, Medium.CHAT, Medium.SMS, Medium.EMAIL,
                Medium.CALLBACK);
        assertThat(agent.channels()).allSatisfy(channel -> {
            assertThat(channel.presence()).isEqualTo(Presence.NOT_READY);
            assertThat(channel.allowed()).isEqualTo(Story.entry(ANA).queues());
        });
        assertThat(agent.channels().get(0).endpoint()).isEqualTo("5001");
        assertThat(reply(plan)).isEqualTo("{\"statusCode\":0}");
    }

    @Test
    void a_second_start_adds_what_is_missing_only() {
        Agent once = run(Agent.SIGNED_OUT, opening(Agent.SIGNED_OUT, "'channels':['voice']"));
        assertThat(commands(opening(once, "'channels':['voice']"))).containsExactly(START.body());
        Agent twice = run(once, opening(once, "'channels':['voice','chat']"));
        assertThat(twice.channels()).extracting(Channel::medium).containsExactly(Medium.VOICE, Medium.CHAT);
    }

    @Test
    void a_channel_that_is_offline_is_activated() {
        Agent offline = signedIn(ANA).givenDone(new AgentCommand.DeactivateChannels(
                List.of(new AgentCommand.Serving(Request.VOICE, List.of())), true, Optional.empty())).state();
        assertThat(run(offline, opening(offline, "'channels':['voice']")).channels()).singleElement()
                .satisfies(voice -> assertThat(voice.presence()).isEqualTo(Presence.NOT_READY));
    }

    @Test
    void a_part_that_fails_is_told_beside_the_others() {
        Plan plan = opening(Agent.SIGNED_OUT, "'channels':['workitem','voice']");
        assertThat(run(Agent.SIGNED_OUT, plan).channels()).hasSize(1);
        assertThat(reply(plan)).isEqualTo("{\"statusCode\":7,\"failed\":[{\"statusCode\":2,\"statusMessage\":\"There is no channel of this "
                + "name. Known channels: voice, chat, sms, email, callback.\",\"channel\":\"workitem\"}],"
                + "\"succeeded\":[{\"statusCode\":0,\"channel\":\"voice\"}]}");
        assertThat(plan.reply().apply(List.of(Outcome.accepted(), Outcome.refused(Reason.UNAVAILABLE, "Later."))).body())
                .as("a refused command is the answer").hasToString("{\"statusCode\":4,\"statusMessage\":\"Later.\"}");
    }

    @Test
    void if_all_parts_fail_the_first_is_the_answer_and_nothing_begins() {
        assertThatThrownBy(() -> opening(Agent.SIGNED_OUT, "'channels':['workitem','fax']"))
                .isInstanceOfSatisfying(OperationRefused.class, e -> assertThat(e.status()).isEqualTo(GenesysStatus.INVALID));
        assertThatThrownBy(() -> opening(Agent.SIGNED_OUT, "'channels':['voice'],'devicePath':'/devices/5002'"))
                .isInstanceOfSatisfying(OperationRefused.class, e -> assertThat(e.status()).isEqualTo(GenesysStatus.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5001", "/devices/5001", "/devices/%s", "http://other.example/api/v2/devices/%s", "", " "})
    void the_device_is_one_of_the_agents_own(String path) {
        String id = GenesysIds.device(new Address("5001"));
        String parameters = "'channels':['voice'],'devicePath':'" + path.replace("%s", id) + "'";
        Agent agent = run(Agent.SIGNED_OUT, opening(Agent.SIGNED_OUT, parameters));
        assertThat(agent.channels()).singleElement().satisfies(voice -> assertThat(voice.endpoint()).isEqualTo("5001"));
    }
}
