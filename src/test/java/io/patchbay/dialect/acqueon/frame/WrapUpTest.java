package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.I;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static io.patchbay.dialect.acqueon.CallStory.channel;
import static io.patchbay.dialect.acqueon.CallStory.signedIn;
import static io.patchbay.dialect.acqueon.CallStory.voice;
import static io.patchbay.dialect.acqueon.CallStory.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent.ChannelStateChanged;
import io.patchbay.model.Channel;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Presence;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The dialog of a call that is over, during the after-call work of its agent (CHOREOGRAPHY E). */
class WrapUpTest {
    private static final Envelopes CISCO = Envelopes.of(Flavour.CISCO, CallStory.entry(ANA), CallStory.DIRECTORY);
    private static final String ENDED = "PUT K1 [A WRAP_UP, X DROPPED]";

    private static CallStory over() {
        return CallStory.answered().as(ANA, working(ANA, true)).given(new ClearConnection(ANA, K1)).as(ANA, wrappingUp());
    }

    private static Agent ended(Presence presence) {
        return signedIn(ANA).with(voice(ANA).with(presence, presence, Scenario.second(9)))
                .with(new Agent.Work(I, channel(ANA), Medium.VOICE, Agent.Work.Phase.ENDED, true));
    }

    private static Agent wrappingUp() {
        return ended(Presence.AFTER_CALL_WORK);
    }

    /** What an event of the agent tells. */
    private static List<String> becomes(CallStory story, Agent next) {
        Replicas before = story.replicas(ANA);
        Replicas after = story.as(ANA, next).replicas(ANA);
        Channel was = before.agent().channels().get(0);
        Channel now = next.channels().get(0);
        ChannelStateChanged event = new ChannelStateChanged(was.id(), was.presence(), now.presence(), now.resume(), now.queues(),
                Scenario.second(9), next.work(I), false);
        return CISCO.of(story.encoder(ANA).step(new Delivery(Subject.of(ANA), 1, new Recorded(1, Scenario.second(9), Scenario.id(9),
                Optional.empty(), event), before, after))).stream().map(story::brief).toList();
    }

    @Test
    void a_call_that_is_over_stays_whoever_ended_it() {
        CallStory dropped = CallStory.answered().as(ANA, working(ANA, true)).when(new ClearConnection(ANA, K1));
        assertThat(dropped.tells(ANA)).containsExactly(ENDED);
        CallStory hungUp = CallStory.answered().as(ANA, working(ANA, true));
        assertThat(hungUp.when(hungUp.farEnd(K1, Action.HANG_UP)).tells(ANA)).containsExactly(ENDED);
        JsonNode call = hungUp.calls(ANA).get(0);
        assertThat(call.path("event").asText()).isEqualTo("ACW");
        assertThat(call.at("/ResponseActual/state").asText()).isEqualTo("DROPPED");
        assertThat(call.at("/ResponseActual/participants/0/actions").toString()).isEqualTo("[\"UPDATE_CALL_DATA\"]");
        assertThat(call.at("/ButtonStates/items/clearContact").asText()).isEqualTo("Enable");
    }

    @Test
    void a_reason_is_told_and_the_completion_ends_the_dialog() {
        CallStory story = over().when(new SetDisposition(ANA, "sale"));
        assertThat(story.tells(ANA)).containsExactly(ENDED);
        assertThat(story.calls(ANA).get(0).at("/ResponseActual/mediaProperties/wrapUpReason").asText()).isEqualTo("sale");
        assertThat(story.when(new SetDisposition(ANA, "sale")).tells(ANA)).as("the same again").containsExactly(ENDED);
        assertThat(story.when(new Complete(ANA)).tells(ANA)).containsExactly("DELETE K1 [A DROPPED, X DROPPED]");
        assertThat(becomes(story, ended(Presence.READY))).containsExactly("SetAgentState READY");
    }

    @Test
    void another_state_of_the_agent_ends_the_dialog_first() {
        CallStory story = over();
        assertThat(becomes(story, ended(Presence.NOT_READY)))
                .containsExactly("DELETE K1 [A DROPPED, X DROPPED]", "SetAgentState NOT_READY");
        assertThat(story.when(new Complete(ANA)).tells(ANA)).isEmpty();
    }

    @Test
    void after_call_work_is_told_when_the_agent_is_in_it() {
        CallStory story = CallStory.answered().as(ANA, working(ANA, true)).given(new ClearConnection(ANA, K1));
        assertThat(becomes(story, wrappingUp())).containsExactly("SetAgentState WORK");
    }

    @Test
    void who_asked_for_another_state_has_no_after_call_work() {
        Agent asked = working(ANA, true);
        CallStory story = CallStory.answered().as(ANA, asked.with(asked.channels().get(0).waitingFor(Presence.NOT_READY)))
                .when(new ClearConnection(ANA, K1));
        assertThat(story.tells(ANA)).containsExactly("PUT K1 [A DROPPED, X DROPPED]", "DELETE K1 [A DROPPED, X DROPPED]");
    }

    @Test
    void a_call_that_others_go_on_with_is_gone_at_once() {
        CallStory transfer = CallStory.consulted().as(ANA, working(ANA, true)).when(new TransferCall(ANA));
        assertThat(transfer.tells(ANA)).containsExactly("DELETE K1 [A DROPPED, X ACTIVE]", "DELETE K2 [A DROPPED, B DROPPED]");
        CallStory conference = CallStory.consulted().as(ANA, working(ANA, true)).given(new ConferenceCall(ANA))
                .when(new ClearConnection(ANA, K1));
        assertThat(conference.tells(ANA)).containsExactly("PUT K1 [A DROPPED, X ACTIVE, B ACTIVE]",
                "DELETE K1 [A DROPPED, X ACTIVE, B ACTIVE]");
    }

    @Test
    void a_reason_during_the_call_is_told_to_its_agent_only() {
        CallStory story = CallStory.consulted().given(new ConferenceCall(ANA)).when(new SetDisposition(ANA, "sale"));
        assertThat(story.tells(ANA)).containsExactly("PUT K1 [A ACTIVE, X ACTIVE, B ACTIVE]");
        assertThat(story.tells(BEN)).isEmpty();
    }

    @Test
    void a_reason_without_a_dialog_is_answered_with_the_agent_state() {
        CallStory story = CallStory.consulted().as(ANA, working(ANA, true)).given(new TransferCall(ANA)).as(ANA, wrappingUp())
                .verb(ANA, new SetDisposition(ANA, "sale"));
        assertThat(story.tells(ANA)).containsExactly("SetAgentState WORK");
    }

    @Test
    void the_dialog_is_in_the_list_of_a_sign_in() {
        CallStory story = over();
        assertThat(story.signIn(ANA).get(4).message().at("/calls/0/event").asText()).isEqualTo("ACW");
        story.as(ANA, ended(Presence.READY));
        assertThat(CISCO.of(story.encoder(ANA).all(new Snapshot(story.replicas(ANA), Map.of()), Scenario.second(9))).get(1).message()
                .path("calls")).isEmpty();
    }
}
