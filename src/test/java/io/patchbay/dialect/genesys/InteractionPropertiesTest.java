package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.InteractionResources;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.InteractionOperations;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.InteractionCapabilities;
import io.patchbay.dialect.genesys.words.InteractionOperation;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Messaging;
import io.patchbay.model.Subject;
import io.patchbay.reading.Names;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.rules.interaction.Step;
import io.patchbay.rules.interaction.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for a contact as {@code /me/interactions/{id}} in the walks of {@link ContactPropertiesTest}. */
class InteractionPropertiesTest {
    private final InteractionRules rules = new InteractionRules();

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 10_000).list().ofMinSize(10).ofMaxSize(60);
    }

    private static String body(Interaction state, AgentId agent, InteractionOperation operation) {
        Messaging now = state.messaging();
        String target = ContactPropertiesTest.ANYBODY.stream().filter(one -> now.of(one).isEmpty() && now.invitationOf(one).isEmpty())
                .map(AgentId::value).findFirst().orElse("nobody");
        return "'" + operation.text() + "','agentId':'" + (operation == InteractionOperation.LEAVE_CONFERENCE ? agent.value() : target)
                + "','text':'Hi','userData':{'k':'v'},'keys':['k']";
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void what_is_listed_is_accepted_next_and_nothing_else_but_data_of_an_offer(@ForAll("choices") List<Integer> choices) {
        ContactPropertiesTest.play(choices, story -> ContactPropertiesTest.AGENTS.forEach(agent -> {
            List<InteractionOperation> listed = InteractionCapabilities.of(story.state(), agent);
            for (InteractionOperation each : InteractionOperation.values()) {
                Optional<Plan> plan = plan(story, agent, body(story.state(), agent, each));
                boolean data = listed.contains(InteractionOperation.ACCEPT) && each.text().endsWith("UserData");
                assertThat(plan.isPresent()).as("%s by %s in %s", each, agent, story.state()).isEqualTo(data || listed.contains(each));
                plan.ifPresent(asked -> accepts(story.state(), ContactStory.CONTACT, asked));
            }
        }));
    }

    private static Optional<Plan> plan(ContactStory story, AgentId agent, String body) {
        return plan(story.planned(agent, body), ContactStory.CONTACT);
    }

    private static Optional<Plan> plan(Operation operation, InteractionId id) {
        try {
            return Optional.of(InteractionOperations.on(operation, id.value()));
        } catch (OperationRefused refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<List<Step>> plays() {
        return Step.any().list().ofMinSize(50).ofMaxSize(200);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void what_is_listed_of_a_call_is_accepted_next_and_nothing_else_is(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        Map<InteractionId, Interaction> seen = new HashMap<>();
        for (Step step : play) {
            world.play(step);
            world.open().filter(id -> world.states().get(id) != seen.put(id, world.states().get(id)))
                    .forEach(id -> World.AGENTS.forEach(agent -> check(world, id, agent)));
        }
    }

    private void check(World world, InteractionId id, AgentId agent) {
        Interaction known = world.states().get(id).knownTo(agent);
        List<InteractionOperation> listed = InteractionCapabilities.of(known, agent);
        for (InteractionOperation each : InteractionOperation.values()) {
            Optional<Plan> plan = plan(operation(id, agent, known, "{'operationName':'" + each.text() + "','agentId':'sam'}"), id);
            assertThat(plan.isPresent()).as("%s by %s in %s", each, agent, known).isEqualTo(listed.contains(each));
            plan.ifPresent(asked -> accepts(world.states().get(id), id, asked));
        }
    }

    private static Operation operation(InteractionId id, AgentId agent, Interaction known, String body) {
        Command session = Command.of(new CommandId("s"), Scenario.START, Subject.of(agent), new AgentCommand.EndSession(Cause.LOGOUT));
        return new Operation(CallPropertiesTest.entry(agent), new Replicas(Agent.SIGNED_OUT, Map.of(id, known)),
                new GenesysBody(ContactStory.json(body)), new Names(Story.DIRECTORY), Story.TERMS, session);
    }

    private void accepts(Interaction before, InteractionId id, Plan plan) {
        Interaction state = before;
        for (Plan.Step step : plan.steps()) {
            Decision<InteractionEvent> decision = rules.decide(state, (InteractionCommand) step.command(),
                    new Stamp(new CommandId("next"), Scenario.START, Subject.of(id)));
            assertThat(decision.outcome().isAccepted()).as("%s in %s: %s", step, state, decision.outcome()).isTrue();
            for (InteractionEvent event : decision.events()) {
                state = rules.evolve(state, event, Scenario.START);
            }
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void notifications_alone_tell_how_the_interaction_is(@ForAll("choices") List<Integer> choices) {
        Map<AgentId, JsonNode> held = new HashMap<>();
        ContactPropertiesTest.play(choices, story -> ContactPropertiesTest.AGENTS.forEach(agent -> {
            new OlderChat(story).data(agent).stream().filter(told -> told.has("interaction"))
                    .forEach(told -> held.put(agent, told.path("interaction")));
            Optional<ObjectNode> now = new InteractionResources(agent, Story.URIS).one(story.replicas(agent), ContactStory.CONTACT.value());
            Optional<JsonNode> told = Optional.ofNullable(held.get(agent)).filter(one -> !one.path("state").asText().equals("Completed"));
            assertThat(told).as("%s in %s", agent, story.state()).isEqualTo(now);
        }));
    }
}
