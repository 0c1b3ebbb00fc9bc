package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.CallResources;
import io.patchbay.dialect.genesys.frame.GenesysEncoder;
import io.patchbay.dialect.genesys.frame.InteractionResources;
import io.patchbay.dialect.genesys.request.CallOperations;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.CallCapabilities;
import io.patchbay.dialect.genesys.words.CallOperation;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.reading.Names;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.rules.interaction.Step;
import io.patchbay.rules.interaction.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for the calls of an agent, whatever customers, agents and a queue do. */
class CallPropertiesTest {
    private static final Set<CallOperation> NARROWED = Set.of(CallOperation.COMPLETE_TRANSFER, CallOperation.COMPLETE_CONFERENCE);
    private static final Instant AT = Scenario.START;
    private final InteractionRules rules = new InteractionRules();

    @Provide
    Arbitrary<List<Step>> plays() {
        return Step.any().list().ofMinSize(50).ofMaxSize(200);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void what_is_listed_is_accepted_next(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        each(world, play, (id, agent, known, call) -> CallCapabilities.of(known, agent, call.id())
                .forEach(each -> accepts(world, world.states().get(id), id, operation(agent, known, id, body(each, call, agent)), call)));
    }

    private interface OfOneCall {
        void check(InteractionId id, AgentId agent, Interaction known, Call call);
    }

    /** Checks the calls of every agent after each step that changed their interaction. */
    private static void each(World world, List<Step> play, OfOneCall check) {
        Map<InteractionId, Interaction> seen = new HashMap<>();
        for (Step step : play) {
            world.play(step);
            world.open().filter(id -> world.states().get(id) != seen.put(id, world.states().get(id))).forEach(id -> World.AGENTS
                    .forEach(agent -> {
                        Interaction known = world.states().get(id).knownTo(agent);
                        known.callsOf(agent).forEach(call -> check.check(id, agent, known, call));
                    }));
        }
    }

    private void accepts(World world, Interaction whole, InteractionId id, Operation operation, Call call) {
        Plan plan = CallOperations.on(operation, call.id().value());
        assertThat(plan.steps()).isNotEmpty();
        Interaction state = whole;
        for (Plan.Step step : plan.steps()) {
            Decision<InteractionEvent> decision = world.decide(state, (InteractionCommand) step.command(), Subject.of(id));
            assertThat(decision.outcome().isAccepted()).as("%s by %s in %s: %s", operation.body(), operation.me(), state,
                    decision.outcome()).isTrue();
            for (InteractionEvent event : decision.events()) {
                state = rules.evolve(state, event, AT);
            }
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void what_is_not_accepted_is_refused_by_the_rules_or_by_the_purpose_of_a_consultation(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        each(world, play, (id, agent, known, call) -> Stream.of(CallOperation.values())
                .filter(each -> !CallCapabilities.accepts(known, agent, call.id(), each)).forEach(each -> {
                    isRefused(operation(agent, known, id, body(each, call, agent)), call);
                    assertThat(NARROWED.contains(each) || Canonical.of(each, agent, call.id()).stream().noneMatch(command ->
                            world.decide(known, command, Subject.of(id)).outcome().isAccepted())).as("%s in %s", each, known).isTrue();
                }));
    }

    private static void isRefused(Operation operation, Call call) {
        try {
            CallOperations.on(operation, call.id().value());
        } catch (OperationRefused e) {
            assertThat(e.status()).isEqualTo(GenesysStatus.INVALID);
            return;
        }
        throw new AssertionError(operation.body() + " was accepted");
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void notifications_alone_tell_which_calls_there_are_and_how_they_are(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        play.forEach(world::play);
        world.logs().forEach((id, log) -> World.AGENTS.forEach(agent -> follows(agent, id, log)));
    }

    private void follows(AgentId agent, InteractionId id, List<Recorded> log) {
        GenesysEncoder encoder = Story.encoder(agent);
        Map<String, ObjectNode> held = new LinkedHashMap<>();
        AtomicReference<JsonNode> older = new AtomicReference<>();
        Interaction state = Interaction.NEW;
        for (Recorded recorded : log) {
            Replicas before = replicas(agent, id, state);
            state = rules.evolve(state, (InteractionEvent) recorded.event(), recorded.at());
            Replicas after = replicas(agent, id, state);
            encoder.step(new Delivery(Subject.of(id), 1, recorded, before, after)).forEach(told -> {
                if (told.data().has("interaction")) {
                    older.set(told.data().path("interaction"));
                    return;
                }
                ObjectNode call = (ObjectNode) told.data().path("call");
                if (call.path("state").asText().equals("Released")) {
                    assertThat(held.remove(call.path("id").asText())).as("released twice, or never told: %s", call).isNotNull();
                } else {
                    held.put(call.path("id").asText(), call);
                }
            });
        }
        assertThat(brief(held.values())).as("%s after %s", agent, log)
                .isEqualTo(brief(new CallResources(agent, Story.URIS).all(replicas(agent, id, state), AT)));
        Optional<JsonNode> told = Optional.ofNullable(older.get()).filter(one -> !one.path("state").asText().equals("Completed"));
        assertThat(told).as("%s after %s", agent, log)
                .isEqualTo(new InteractionResources(agent, Story.URIS).one(replicas(agent, id, state), id.value()));
    }

    /** Whether a call is recorded is told from its answer on. */
    private static Map<String, String> brief(Iterable<ObjectNode> calls) {
        Map<String, String> brief = new LinkedHashMap<>();
        calls.forEach(call -> brief.put(call.path("id").asText(), call.path("state").asText() + call.path("participants")
                + call.path("mute") + call.path("userData") + call.path("capabilities")
                + (call.path("state").asText().matches("Established|Held") ? call.path("recordingState") : "")));
        return brief;
    }

    private static Replicas replicas(AgentId agent, InteractionId id, Interaction state) {
        return new Replicas(Agent.SIGNED_OUT, Map.of(id, state.knownTo(agent)));
    }

    static AgentEntry entry(AgentId agent) {
        AgentEntry entry = Story.entry(agent);
        return new AgentEntry(agent, entry.userId(), entry.displayName(), entry.role(), entry.extensions(), entry.queues(), List.of(),
                List.of());
    }

    private static Operation operation(AgentId agent, Interaction known, InteractionId id, ObjectNode body) {
        return new Operation(entry(agent), replicas(agent, id, known), new GenesysBody(body), new Names(Story.DIRECTORY), Story.TERMS,
                Command.of(new CommandId("s"), AT, Subject.of(agent), new AgentCommand.EndSession(Cause.LOGOUT)));
    }

    private static ObjectNode body(CallOperation operation, Call call, AgentId agent) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("operationName", operation.text()).put("digits", "1#").put("key", "k")
                .put("participant", call.connections().stream().filter(leg -> !leg.isOf(agent)).map(Connection::address)
                        .findFirst().orElse(Story.CUSTOMER).value());
        body.putObject("destination").put("phoneNumber", "5009");
        body.putObject("userData").put("k", "v");
        return body;
    }
}
