package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.FarEnd;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.rules.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of the channel Amazon: one for each leg, the agent's first. */
class AmazonEventsTest {

    private static CallStory on(CallStory story) {
        return story.on(Flavour.AMAZON);
    }

    @Test
    void a_call_is_told_leg_by_leg_with_the_documented_members() {
        CallStory story = on(CallStory.answered());
        assertThat(story.tells(ANA)).containsExactly("K1 A connected/connected", "K1 X connected/connected");
        AcqueonEvent agent = story.events(ANA).get(0);
        assertThat(agent.topic() + "/" + agent.subtopic()).isEqualTo("InboundCall/InboundCallStateChange");
        assertThat(names(agent.message())).containsExactly("call", "source");
        JsonNode call = agent.message().path("call");
        assertThat(names(call)).containsExactly("ButtonStates", "ActionsAllowed", "ResponseType", "ResponseText", "ResponseActual",
                "CallVariables", "ExtendedCallVariables", "ResponseFields", "id", "event", "CallType");
        assertThat(names(call.path("ResponseActual"))).containsExactly("connectionId", "contactId", "phoneNumber", "status",
                "statusTimestamp", "type", "buttonStates");
        assertThat(names(call.path("ResponseFields"))).containsExactly("Participants", "MediaProperties", "fromAddress", "CallState",
                "Type", "CurrentStateTime", "Campaign", "DN");
        assertThat(call.path("CallType").asText()).isEqualTo("agent");
        assertThat(call.at("/ResponseActual/contactId").asText()).isEqualTo(CallStory.I.value());
        assertThat(call.at("/ResponseFields/MediaProperties/queueName").asText()).isEqualTo("sales");
        assertThat(call.at("/CallVariables/segment").asText()).isEqualTo("gold");
        assertThat(story.calls(ANA).get(1).path("CallType").asText()).isEqualTo("inbound");
    }

    @Test
    void the_buttons_are_shared_out_among_the_legs() {
        CallStory story = on(CallStory.answered());
        assertThat(enabled(story.calls(ANA).get(0))).containsExactly("consult", "numberpad");
        assertThat(enabled(story.calls(ANA).get(1))).containsExactly("disconnect", "hold");
        assertThat(story.calls(ANA).get(1).at("/ResponseActual/buttonStates/hold").booleanValue()).isTrue();
        assertThat(enabled(on(CallStory.offered()).calls(ANA).get(0))).containsExactly("answer");
    }

    @Test
    void whom_the_agent_holds_is_on_hold() {
        CallStory story = on(CallStory.answered()).when(new Hold(ANA, K1));
        assertThat(story.tells(ANA)).startsWith("K1 A connected/hold", "K1 X hold/hold");
        assertThat(enabled(story.calls(ANA).get(1))).containsExactly("disconnect", "resume");
        assertThat(story.when(new Retrieve(ANA, K1)).tells(ANA)).startsWith("K1 A connected/connected", "K1 X connected/connected");
    }

    @Test
    void a_consultation_is_a_call_of_the_dialler() {
        CallStory story = on(CallStory.consulting());
        assertThat(story.tells(ANA)).containsExactly("K2 A connecting/Ringing", "K2 B connecting/Ringing");
        story = on(CallStory.consulted());
        assertThat(story.tells(ANA)).containsExactly("K2 A connected/Consult", "K2 B connected/Consult", "K1 A connected/hold",
                "K1 X hold/hold");
        assertThat(story.calls(ANA).get(0).path("CallType").asText()).isEqualTo("Consult");
        assertThat(story.calls(ANA).get(0).at("/User/loginName").asText()).isEqualTo("ana");
        assertThat(story.events(ANA).get(0).subtopic()).isEqualTo("OutboundCallStateChange");
    }

    @Test
    void a_swap_a_drop_and_a_transfer_have_their_words() {
        CallStory story = on(CallStory.consulted()).when(new AlternateCall(ANA));
        assertThat(story.tells(ANA)).contains("K2 A connected/Swapped", "K2 B hold/Swapped", "K1 X connected/connected");
        story.when(new ClearConnection(ANA, story.second()));
        assertThat(story.tells(ANA)).startsWith("K2 A disconnected/DROPPED", "K2 B disconnected/DROPPED");
        CallStory transfer = on(CallStory.consulted()).when(new TransferCall(ANA));
        assertThat(transfer.tells(ANA)).containsExactly("K1 A disconnected/Dropped", "K1 X disconnected/Dropped",
                "K2 A disconnected/DROPPED", "K2 B disconnected/DROPPED");
        assertThat(transfer.tells(BEN)).as("its own leg goes on").containsExactly("K2 A disconnected/Dropped", "K1 B connected/connected",
                "K1 X connected/connected");
    }

    @Test
    void a_conference_has_a_leg_for_each_party_and_who_leaves_it_is_told() {
        CallStory story = on(CallStory.consulted()).when(new ConferenceCall(ANA));
        assertThat(story.tells(ANA)).containsExactly("K2 A disconnected/DROPPED", "K1 A connected/connected", "K1 X connected/connected",
                "K1 B connected/connected");
        assertThat(story.when(new ClearConnection(BEN, K1)).tells(ANA)).containsExactly("K1 A connected/connected",
                "K1 X connected/connected", "K1 B disconnected/Dropped");
    }

    @Test
    void a_call_that_the_agent_dials_is_told_from_the_beginning_to_the_end() {
        CallStory story = on(CallStory.dialled(CallStory.outside(FarEnd.Kind.MANUAL)));
        assertThat(story.tells(ANA)).containsExactly("K1 A connecting/Initiate", "K1 A connecting/Ringing", "K1 A connecting/Ringing",
                "K1 X connecting/Ringing");
        assertThat(story.calls(ANA).get(0).path("CallType").asText()).isEqualTo("Regular-Call");
        assertThat(enabled(story.calls(ANA).get(0))).as("nobody else has a leg yet").containsExactly("disconnect");
        assertThat(story.when(story.farEnd(K1, Action.ANSWER)).tells(ANA)).startsWith("K1 A connected/CustAnswered");
        assertThat(story.when(story.farEnd(K1, Action.HANG_UP)).tells(ANA)).containsExactly("K1 A disconnected/DROPPED",
                "K1 X disconnected/DROPPED");
    }

    @Test
    void mute_shows_in_the_state_and_a_disposition_as_an_outcome() {
        CallStory story = on(CallStory.answered()).when(new MuteCall(ANA, K1));
        assertThat(story.tells(ANA)).containsExactly("SetAgentState Busy");
        JsonNode message = story.events(ANA).get(0).message();
        assertThat(message.at("/data/muted").booleanValue()).isTrue();
        assertThat(message.at("/rules/ButtonStates/items").toString()).contains("\"mute\":\"Hide\",\"unmute\":\"Enable\"");
        assertThat(story.on(Flavour.CISCO).tells(ANA)).isEmpty();
        story.on(Flavour.AMAZON).when(new SetDisposition(ANA, "sale"));
        assertThat(story.events(ANA)).filteredOn(event -> event.subtopic().equals("SetOutcomeResult")).hasSize(1)
                .allSatisfy(event -> assertThat(event.message()).hasToString("{\"success\":true,\"message\":\"sale\"}"));
    }

    @Test
    void a_sign_in_and_each_synchronization_have_their_answer() {
        CallStory story = on(CallStory.answered());
        assertThat(story.signIn(ANA).stream().map(AcqueonEvent::subtopic)).containsExactly("LoginSuccess", "SetAgentState",
                "SetAgentDetails");
        assertThat(names(story.signIn(ANA).get(0).message())).containsExactly("loginState", "agentInfo", "agentState", "rules");
        assertThat(answer(story, Verb.APP_SYNC)).hasToString("{\"initState\":\"Loaded\"}");
        assertThat(answer(story, Verb.AGENT_SYNC).path("agentState").asText()).isEqualTo("Busy");
        assertThat(answer(story, Verb.GET_STATES).at("/states/2").toString())
                .isEqualTo("{\"label\":\"Lunch\",\"code\":\"1\",\"type\":\"Not_routable\"}");
        JsonNode calls = answer(story, Verb.CALL_SYNC);
        assertThat(names(calls)).containsExactly("attributes", "queueName", "queueTimestamp", "calls");
        assertThat(calls.path("calls")).hasSize(2);
        assertThat(names(calls.at("/calls/0"))).containsExactly("connectionId", "contactId", "phoneNumber", "status", "statusTimestamp",
                "type", "buttonStates");
    }

    private static JsonNode answer(CallStory story, Verb verb) {
        return Envelopes.of(Flavour.AMAZON, CallStory.entry(ANA), CallStory.DIRECTORY)
                .of(story.encoder(ANA).answer(verb, story.replicas(ANA), Scenario.START)).get(0).message();
    }

    private static List<String> enabled(JsonNode call) {
        List<String> enabled = new ArrayList<>();
        call.at("/ButtonStates/items").properties().forEach(item -> {
            if (item.getValue().asText().equals("Enable")) {
                enabled.add(item.getKey());
            }
        });
        return enabled;
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
