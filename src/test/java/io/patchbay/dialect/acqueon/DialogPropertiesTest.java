package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.frame.AcqueonEncoder;
import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.dialect.acqueon.frame.Envelopes;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.words.Button;
import io.patchbay.dialect.acqueon.words.Buttons;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialog.DialogAction;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.rules.interaction.Step;
import io.patchbay.rules.interaction.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for the dialogs of an agent, whatever customers, agents and a queue do. */
class DialogPropertiesTest {
    private static final String DIGITS = "12#";
    private final InteractionRules rules = new InteractionRules();

    @Provide
    Arbitrary<List<Step>> plays() {
        return Step.any().list().ofMinSize(50).ofMaxSize(200);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void a_client_that_applies_each_change_has_the_dialogs_of_its_agent(@ForAll("plays") List<Step> play, @ForAll boolean wrapUp) {
        World world = new World(state -> { });
        play.forEach(world::play);
        world.logs().forEach((id, log) -> World.AGENTS.forEach(agent -> follows(agent, id, log, wrapUp)));
    }

    private void follows(AgentId agent, InteractionId id, List<Recorded> log, boolean wrapUp) {
        AcqueonEncoder encoder = new AcqueonEncoder(CallStory.entry(agent), CallStory.DIRECTORY);
        Envelopes cisco = Envelopes.of(Flavour.CISCO, CallStory.entry(agent), CallStory.DIRECTORY);
        Envelopes amazon = Envelopes.of(Flavour.AMAZON, CallStory.entry(agent), CallStory.DIRECTORY);
        Map<String, JsonNode> held = new LinkedHashMap<>();
        Map<String, JsonNode> legs = new LinkedHashMap<>();
        Interaction state = Interaction.NEW;
        for (Recorded recorded : log) {
            Replicas before = replicas(agent, id, state, wrapUp);
            state = rules.evolve(state, (InteractionEvent) recorded.event(), recorded.at());
            Replicas after = replicas(agent, id, state, wrapUp);
            List<Notice> notices = encoder.step(new Delivery(Subject.of(id), 1, recorded, before, after));
            amazon.of(notices).forEach(told -> connect(legs, told.message().path("call")));
            for (AcqueonEvent told : cisco.of(notices)) {
                assertThat(told.text(Optional.empty())).doesNotContain(DIGITS);
                if (told.message().has("call")) {
                    apply(held, told.message());
                }
            }
        }
        JsonNode now = cisco.of(encoder.all(new Snapshot(replicas(agent, id, state, wrapUp), Map.of()), Scenario.START)).get(1).message();
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        now.path("calls").forEach(call -> expected.put(call.path("id").asText(), call));
        assertThat(held).as("%s after %s", agent, log).isEqualTo(expected);
        List<JsonNode> connections = new ArrayList<>();
        amazon.of(encoder.answer(Verb.CALL_SYNC, replicas(agent, id, state, wrapUp), Scenario.START)).get(0).message().path("calls")
                .forEach(connections::add);
        assertThat(legs.values()).as("legs of %s after %s", agent, log).containsExactlyInAnyOrderElementsOf(connections);
    }

    /** A leg goes with its last word. */
    private static void connect(Map<String, JsonNode> legs, JsonNode call) {
        JsonNode leg = call.path("ResponseActual");
        if (List.of("DROPPED", "Dropped", "missed", "Rejected").contains(call.path("event").asText())) {
            assertThat(legs.remove(leg.path("connectionId").asText())).as("gone twice, or never appeared: %s", leg).isNotNull();
        } else if (!leg.isMissingNode()) {
            legs.put(leg.path("connectionId").asText(), leg);
        }
    }

    private static void apply(Map<String, JsonNode> held, JsonNode message) {
        JsonNode call = message.path("call");
        String id = call.path("id").asText();
        switch (message.path("verb").asText()) {
            case "POST" -> assertThat(held.put(id, call)).as("appeared twice: %s", call).isNull();
            case "PUT" -> assertThat(held.put(id, call)).as("never appeared: %s", call).isNotNull();
            case "DELETE" -> assertThat(held.remove(id)).as("gone twice, or never appeared: %s", call).isNotNull();
            default -> throw new AssertionError(message);
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void what_is_enabled_or_listed_is_accepted_next(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        for (Step step : play) {
            world.play(step);
            world.open().forEach(id -> World.AGENTS.forEach(agent -> {
                Interaction whole = world.states().get(id);
                Interaction known = whole.knownTo(agent);
                for (Call call : known.callsOf(agent)) {
                    Buttons.of(known, agent, call.id()).forEach(button -> accepts(world, whole, id, command(button, agent, call.id())));
                    DialogAction.of(known, agent, call.id()).forEach(action -> accepts(world, whole, id,
                            command(action, agent, call.id())));
                }
            }));
        }
    }

    private static void accepts(World world, Interaction whole, InteractionId id, InteractionCommand command) {
        assertThat(world.decide(whole, command, Subject.of(id)).outcome().isAccepted()).as("%s in %s", command, whole).isTrue();
    }

    private static InteractionCommand command(DialogAction action, AgentId by, CallId call) {
        return switch (action) {
            case ANSWER -> new VoiceCommand.Answer(by, call);
            case HOLD -> new VoiceCommand.Hold(by, call);
            case RETRIEVE -> new VoiceCommand.Retrieve(by, call);
            case DROP -> new VoiceCommand.ClearConnection(by, call);
            case UPDATE_CALL_DATA -> new DataCommand.SetInteractionData(by, Map.of("callVariable1", "v"));
            case CONSULT_CALL -> new TwoCallCommand.ConsultationCall(by, Call.ConsultFor.EITHER, CallStory.to(CallStory.SAM));
            case SEND_DTMF -> new VoiceCommand.SendDtmf(by, call, DIGITS);
            case TRANSFER_SST -> new PartyCommand.SingleStepTransfer(by, call, CallStory.to(CallStory.SAM));
            case TRANSFER -> new TwoCallCommand.TransferCall(by);
            case CONFERENCE -> new TwoCallCommand.ConferenceCall(by);
        };
    }

    private static InteractionCommand command(Button button, AgentId by, CallId call) {
        return switch (button) {
            case ANSWER -> new VoiceCommand.Answer(by, call);
            case REJECT -> new DataCommand.Reject(by);
            case DISCONNECT -> new VoiceCommand.ClearConnection(by, call);
            case HOLD -> new VoiceCommand.Hold(by, call);
            case RESUME -> new VoiceCommand.Retrieve(by, call);
            case CLEAR_CONTACT -> new DataCommand.Complete(by);
            case CONSULT -> new TwoCallCommand.ConsultationCall(by, Call.ConsultFor.EITHER, CallStory.to(CallStory.SAM));
            case NUMBERPAD -> new VoiceCommand.SendDtmf(by, call, DIGITS);
            case SWAP -> new TwoCallCommand.AlternateCall(by);
            case TRANSFER -> new TwoCallCommand.TransferCall(by);
            case CONFERENCE -> new TwoCallCommand.ConferenceCall(by);
        };
    }

    /** The work stays as it is, so the after-call work lasts until the interaction is completed. */
    private static Replicas replicas(AgentId agent, InteractionId id, Interaction state, boolean wrapUp) {
        Agent busy = CallStory.signedIn(agent).with(CallStory.voice(agent).with(Presence.BUSY, Presence.READY, Scenario.START))
                .with(new Agent.Work(id, CallStory.channel(agent), Medium.VOICE, Agent.Work.Phase.ACTIVE, wrapUp));
        return new Replicas(busy, Map.of(id, state.knownTo(agent)));
    }
}
