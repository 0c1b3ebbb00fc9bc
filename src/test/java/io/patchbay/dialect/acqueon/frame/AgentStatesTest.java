package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.DIRECTORY;
import static io.patchbay.dialect.acqueon.CallStory.channel;
import static io.patchbay.dialect.acqueon.CallStory.entry;
import static io.patchbay.dialect.acqueon.CallStory.signedIn;
import static io.patchbay.dialect.acqueon.CallStory.voice;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentEvent.PendingStateChanged;
import io.patchbay.model.AgentEvent.SessionEnded;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.ContactEvent.Created;
import io.patchbay.model.ContactEvent.DataChanged;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentStatesTest {
    private static final Presence LUNCH = Presence.notReady(new NotReadyReason("1", ""));
    private final AcqueonEncoder encoder = new AcqueonEncoder(entry(ANA), DIRECTORY);
    private final Envelopes cisco = Envelopes.of(Flavour.CISCO, entry(ANA), DIRECTORY);
    private final AgentRules rules = new AgentRules();
    private Agent agent = signedIn(ANA).with(voice(ANA).with(Presence.NOT_READY, Presence.NOT_READY, Scenario.START));

    private List<AcqueonEvent> event(AgentEvent event) {
        Replicas before = new Replicas(agent, Map.of());
        agent = rules.evolve(agent, event, Scenario.second(2));
        Recorded recorded = new Recorded(1, Scenario.second(2), Scenario.id(2), Optional.empty(), event);
        return cisco.of(encoder.step(new Delivery(Subject.of(ANA), 1, recorded, before, new Replicas(agent, Map.of()))));
    }

    private List<AcqueonEvent> sets(Presence presence) {
        Decision<AgentEvent> decision = rules.decide(agent, new AgentCommand.SetPresence(channel(ANA), presence, Optional.empty()),
                new Stamp(Scenario.id(2), Scenario.second(2), Subject.of(ANA)));
        List<AcqueonEvent> told = new ArrayList<>();
        decision.events().forEach(each -> told.addAll(event(each)));
        return told;
    }

    @Test
    void a_state_is_told_as_printed() {
        List<AcqueonEvent> told = sets(LUNCH);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).cause()).contains(Scenario.id(2));
        assertThat(told.get(0).text(Optional.of("7"))).isEqualTo("{\"channel\":\"Cisco\",\"topic\":\"Agent\","
                + "\"subtopic\":\"SetAgentState\",\"source\":\"Patchbay\",\"message\":{\"data\":{\"state\":\"NOT_READY\","
                + "\"reasonCode\":{\"id\":\"1\",\"label\":\"Lunch\"},\"pendingState\":\"\","
                + "\"stateChangeTime\":\"2026-01-05T09:00:02.000Z\",\"name\":\"ana\",\"loginName\":\"ana\","
                + "\"extension\":\"5001\"},\"event\":\"NOT_READY\",\"source\":\"event\"},\"requestId\":\"7\"}");
    }

    @Test
    void a_state_that_was_asked_for_is_told_also_if_it_is_the_same() {
        sets(LUNCH);
        assertThat(sets(LUNCH)).hasSize(1);
        assertThat(sets(Presence.READY).get(0).message().path("event").asText()).isEqualTo("READY");
    }

    @Test
    void a_state_asked_for_during_work_is_pending() {
        agent = agent.with(voice(ANA).with(Presence.BUSY, Presence.READY, Scenario.START));
        List<AcqueonEvent> told = event(new PendingStateChanged(channel(ANA), LUNCH, Optional.empty()));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).message().at("/data/state").asText()).isEqualTo("TALKING");
        assertThat(told.get(0).message().at("/data/pendingState").asText()).isEqualTo("NOT_READY");
    }

    @Test
    void the_end_of_the_session_is_told_with_its_reason_and_the_connection_is_out_of_service() {
        List<AcqueonEvent> told = event(new SessionEnded(Cause.LOGOUT, Optional.of(new NotReadyReason("10", ""))));
        assertThat(told.stream().map(AcqueonEvent::subtopic)).containsExactly("SetAgentState", "SetConnectionStatus");
        assertThat(told.get(0).message().path("event").asText()).isEqualTo("LOGOUT");
        assertThat(told.get(0).message().at("/data/reasonCode/label").asText()).isEqualTo("End of shift");
        assertThat(told.get(1).message()).hasToString("{\"status\":\"OUT_OF_SERVICE\"}");
    }

    @Test
    void other_media_and_clients_of_the_session_are_not_told() {
        Channel chat = Channel.created(new ChannelId("chat"), Optional.empty(), Medium.CHAT, "*", List.of(), Scenario.START);
        assertThat(event(new AgentEvent.ChannelAdded(chat))).isEmpty();
        assertThat(event(new AgentEvent.BindingAdded(agent.session().orElseThrow().bindings().get(0)))).isEmpty();
    }

    @Test
    void a_contact_that_is_no_call_is_never_told() {
        InteractionId chat = new InteractionId("0123456789ABCDEF");
        InteractionRules contact = new InteractionRules();
        Interaction state = Interaction.NEW;
        for (InteractionEvent event : List.of(new Created(Medium.CHAT, Interaction.Direction.INBOUND, Map.of(),
                new ContactPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO)), new DataChanged(Map.of("k", "v"), List.of()))) {
            Interaction before = state;
            state = contact.evolve(before, event, Scenario.START);
            Recorded recorded = new Recorded(1, Scenario.START, RequestIds.mark(ANA, Scenario.id(1)), Optional.empty(), event);
            assertThat(encoder.step(new Delivery(Subject.of(chat), 1, recorded, new Replicas(agent, Map.of(chat, before)),
                    new Replicas(agent, Map.of(chat, state))))).isEmpty();
        }
    }

    @Test
    void each_work_state_has_its_word() {
        Map<Presence, String> words = Map.of(Presence.READY, "READY", Presence.NOT_READY, "NOT_READY", Presence.RESERVED, "RESERVED",
                Presence.BUSY, "TALKING", Presence.AFTER_CALL_WORK, "WORK", Presence.INACTIVE, "NOT_READY");
        words.forEach((presence, word) -> assertThat(word(new Replicas(agent.with(voice(ANA)
                .with(presence, presence, Scenario.START)), Map.of()))).isEqualTo(word));
        assertThat(word(Replicas.NONE)).isEqualTo("LOGOUT");
    }

    private String word(Replicas now) {
        return cisco.of(encoder.agentState(now, Scenario.START)).get(0).message().path("event").asText();
    }
}
