package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.agent.AgentRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What commands of an agent tell its clients: devices, then channels (CHOREOGRAPHY C, agent state; genesys.md 3.3 to 3.5). */
class AgentNotificationsTest {
    private static final ChannelId VOICE = Ids.channel(Scenario.id(2), Medium.VOICE);
    private final AgentRules rules = new AgentRules();
    private final AgentResources resources = new AgentResources(Story.entry(ANA), Story.URIS);
    private final AgentNotifications notifications = new AgentNotifications(resources);
    private Agent agent = Agent.SIGNED_OUT;
    private int commands;

    private List<Notification> told(AgentCommand command) {
        commands++;
        Decision<AgentEvent> decision = rules.decide(agent, command,
                new Stamp(Scenario.id(commands), Scenario.second(commands), Subject.of(ANA)));
        assertThat(decision.outcome().isAccepted()).as("%s: %s", command, decision.outcome()).isTrue();
        List<Notification> all = new ArrayList<>();
        for (AgentEvent event : decision.events()) {
            Agent before = agent;
            agent = rules.evolve(agent, event, Scenario.second(commands));
            all.addAll(notifications.of(event, before, agent));
        }
        return all;
    }

    /** Each as {@code topic state}, with the mode of work. */
    private List<String> tells(AgentCommand command) {
        return told(command).stream().map(AgentNotificationsTest::brief).toList();
    }

    private static String brief(Notification told) {
        boolean device = told.topic() == Notification.Topic.DEVICES;
        assertThat(told.data().path("messageType").asText())
                .isEqualTo(device ? "DeviceStateChangeMessage" : "ChannelStateChangeMessageV2");
        assertThat(told.data().has("notificationType")).isFalse();
        JsonNode one = told.data().path(device ? "devices" : "channels");
        assertThat(one).hasSize(1);
        return (device ? "device" : one.at("/0/channel").asText()) + " " + one.at("/0/userState/state").asText()
                + (one.at("/0/userState/workMode").isMissingNode() ? "" : "/" + one.at("/0/userState/workMode").asText());
    }

    private AgentNotificationsTest signedIn() {
        told(new AgentCommand.StartSession(new Agent.Binding(new SessionId("s"), "genesys", "n1", false), Duration.ofMinutes(1),
                Optional.empty(), AgentCommand.StartSession.Mode.SHARED));
        return this;
    }

    private AgentNotificationsTest withVoice() {
        signedIn().told(new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of()));
        told(activated());
        return this;
    }

    private static AgentCommand activated() {
        return new AgentCommand.ActivateChannels(List.of(new Serving(VOICE, List.of())), true);
    }

    private static AgentCommand becomes(Presence presence) {
        return new AgentCommand.SetPresence(VOICE, presence);
    }

    @Test
    void an_opened_voice_channel_is_logged_in_before_it_is_not_ready() {
        List<Notification> opened = signedIn().told(new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of()));
        assertThat(opened).extracting(AgentNotificationsTest::brief).containsExactly("device LoggedIn");
        assertThat(opened.get(0).data().at("/devices/0/userState")).hasToString("{\"state\":\"LoggedIn\"}");
        assertThat(tells(activated())).containsExactly("device NotReady", "voice NotReady");
    }

    @Test
    void each_state_is_told_on_the_device_and_on_the_channel() {
        withVoice();
        assertThat(tells(becomes(Presence.READY))).containsExactly("device Ready", "voice Ready");
        assertThat(tells(becomes(Presence.notReady(new NotReadyReason("AuxWork", ""))))).containsExactly("device NotReady/AuxWork",
                "voice NotReady/AuxWork");
        assertThat(tells(becomes(Presence.AFTER_CALL_WORK))).containsExactly("device NotReady/AfterCallWork",
                "voice NotReady/AfterCallWork");
        assertThat(tells(becomes(Presence.notReady(new NotReadyReason("1", "Lunch"))))).containsExactly("device NotReady",
                "voice NotReady");
        assertThat(tells(becomes(Presence.NOT_READY))).as("asked for, so told once more (CHOREOGRAPHY A6)")
                .containsExactly("device NotReady", "voice NotReady");
        assertThat(tells(new AgentCommand.DeactivateChannels(List.of(new Serving(VOICE, List.of())), true, Optional.empty())))
                .containsExactly("device LoggedOut", "voice LoggedOut");
    }

    @Test
    void work_is_not_shown_and_after_call_work_is() {
        withVoice().told(becomes(Presence.READY));
        assertThat(tells(new AgentCommand.Reserve(ANA, Story.I, Medium.VOICE, Optional.empty(), true))).isEmpty();
        assertThat(resources.channel(agent, ChannelName.VOICE).path("userActivity").asText())
                .isEqualTo("Busy");
        assertThat(tells(new AgentCommand.Engage(Story.I, VOICE))).isEmpty();
        assertThat(tells(becomes(Presence.NOT_READY))).as("the state after the call").containsExactly("device NotReady", "voice NotReady");
    }

    @Test
    void another_medium_is_told_on_its_channel_only() {
        List<String> opened = signedIn().tells(new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        assertThat(opened).isEmpty();
        assertThat(tells(new AgentCommand.ActivateChannels(List.of(new Serving(agent.channels().get(0).id(), List.of())), true)))
                .containsExactly("chat NotReady");
    }

    @Test
    void the_end_of_the_session_logs_out() {
        assertThat(withVoice().tells(new AgentCommand.EndSession(Cause.LOGOUT))).containsExactly("device LoggedOut", "voice LoggedOut");
    }

    @Test
    void a_device_has_its_id_from_its_extension_and_the_ids_of_the_states_are_those_of_the_product() {
        ObjectNode offline = resources.device(Agent.SIGNED_OUT, new Address("5001"));
        assertThat(offline.path("userState")).hasToString("{\"displayName\":\"Offline\",\"state\":\"LoggedOut\"}");
        String id = GenesysIds.device(new Address("5001"));
        assertThat(offline.path("id").asText()).isEqualTo(id).isNotEqualTo(GenesysIds.device(new Address("5002")));
        assertThat(offline.path("uri").asText()).isEqualTo("http://cti.example/api/v2/devices/" + id);
        withVoice().told(becomes(Presence.READY));
        assertThat(resources.devices(agent).get(0).path("userState"))
                .hasToString("{\"id\":\"9430250E-0A1B-421F-B372-F29E69366DED\",\"displayName\":\"Ready\",\"state\":\"Ready\"}");
        assertThat(resources.channels(agent).toString()).contains("\"phoneNumber\":\"5001\"", "\"userActivity\":\"Idle\"");
    }

    @Test
    void a_client_that_missed_events_is_told_the_whole_state() {
        withVoice();
        assertThat(notifications.all(agent)).extracting(AgentNotificationsTest::brief).containsExactly("device NotReady", "voice NotReady");
    }
}
