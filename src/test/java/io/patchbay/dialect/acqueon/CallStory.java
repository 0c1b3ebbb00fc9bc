package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.frame.AcqueonEncoder;
import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.dialect.acqueon.frame.Envelopes;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.Originate;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One interaction, moved by commands through the rules, and what agents are told of it. The first command makes the call K1. Each command
 * has a second of its own. All agents are signed in and work in the interaction.
 */
public final class CallStory extends StoryAgents {
    public static final CallId K1 = Ids.call(Scenario.id(1));
    public static final Address CUSTOMER = new Address("+15551234");
    public static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final InteractionRules rules = new InteractionRules();
    private final Map<AgentId, AcqueonEncoder> encoders = new LinkedHashMap<>();
    private final Map<AgentId, Agent> agents = new HashMap<>();
    private final Map<AgentId, List<Notice>> told = new HashMap<>();
    private final List<CallId> calls = new ArrayList<>();
    private Interaction state = Interaction.NEW;
    private int commands;
    private Flavour flavour = Flavour.CISCO;

    private CallStory() {
        for (AgentId agent : List.of(ANA, BEN, CARO, SAM)) {
            encoders.put(agent, new AcqueonEncoder(entry(agent), DIRECTORY));
            agents.put(agent, working(agent, false));
        }
    }

    /** A customer's call of the queue rings at ana. */
    public static CallStory offered() {
        return new CallStory().given(new ContactArrived(Medium.VOICE, CUSTOMER, new Destination.ToQueue(SALES, new Address("6001"), true),
                Map.of("segment", "gold"), TERMS), new Alert(ANA, channel(ANA), address(ANA),
                Optional.of(new QueuePlace(SALES, Ids.party(Scenario.id(1), "called")))));
    }

    /** A customer's call of the queue, answered by ana. */
    public static CallStory answered() {
        return offered().given(new VoiceCommand.Answer(ANA, K1));
    }

    /** Ana talks to the customer and consults ben, whose telephone rings. */
    public static CallStory consulting() {
        return answered().given(new ConsultationCall(ANA, Call.ConsultFor.EITHER, to(BEN)), rings(BEN));
    }

    public static CallStory consulted() {
        CallStory story = consulting();
        return story.given(new VoiceCommand.Answer(BEN, story.second()));
    }

    /** Ana dials. Nobody is alerted yet, but a party outside. */
    public static CallStory dialled(Destination to) {
        return new CallStory().given(new Originate(ANA, channel(ANA), address(ANA), to, TERMS, Map.of()));
    }

    public static Destination.Extension to(AgentId agent) {
        return new Destination.Extension(agent, address(agent));
    }

    public static Destination outside(FarEnd.Kind kind) {
        return new Destination.Outside(CUSTOMER, new FarEnd(kind, Duration.ofMillis(200)));
    }

    /** The agent's telephone rings, as its agent cell asks for when it is free. */
    public static Alert rings(AgentId agent) {
        return new Alert(agent, channel(agent), address(agent), Optional.empty());
    }

    /** The agent is so from now on. */
    public CallStory as(AgentId agent, Agent now) {
        agents.put(agent, now);
        return this;
    }

    /** All clients are signed in on this channel. */
    public CallStory on(Flavour channel) {
        flavour = channel;
        return this;
    }

    public CallId second() {
        return calls.get(1);
    }

    public FarEndActs farEnd(CallId call, FarEndActs.Action action) {
        return new FarEndActs(call, CUSTOMER, action);
    }

    public Interaction state() {
        return state;
    }

    public AcqueonEncoder encoder(AgentId agent) {
        return encoders.get(agent);
    }

    /** The calls as an encoder tells that knows the present state only. */
    public JsonNode burst(AgentId agent) {
        return signIn(agent, new AcqueonEncoder(entry(agent), DIRECTORY)).get(4).message();
    }

    /** What a client of the agent is told that signs in now. */
    public List<AcqueonEvent> signIn(AgentId agent) {
        return signIn(agent, encoders.get(agent));
    }

    private List<AcqueonEvent> signIn(AgentId agent, AcqueonEncoder encoder) {
        return envelopes(agent).of(encoder.answer(Verb.SIGN_IN, replicas(agent), Scenario.START));
    }

    public Replicas replicas(AgentId agent) {
        return replicas(agent, state);
    }

    private Replicas replicas(AgentId agent, Interaction now) {
        return new Replicas(agents.get(agent), Map.of(I, now.knownTo(agent)));
    }

    public CallStory given(InteractionCommand... done) {
        List.of(done).forEach(this::when);
        return this;
    }

    /** From here on {@link #tells} is about this command only. */
    public CallStory when(InteractionCommand command) {
        return when(command, Scenario.id(commands + 1));
    }

    /** The same, by a verb of the agent. */
    public CallStory verb(AgentId by, InteractionCommand command) {
        return when(command, RequestIds.mark(by, Scenario.id(commands + 1)));
    }

    private CallStory when(InteractionCommand command, CommandId correlation) {
        commands++;
        Decision<InteractionEvent> decision = rules.decide(state, command,
                new Stamp(Scenario.id(commands), Scenario.second(commands), Subject.of(I)));
        assertThat(decision.outcome().isAccepted()).as("%s in %s: %s", command, state, decision.outcome()).isTrue();
        told.clear();
        for (InteractionEvent event : decision.events()) {
            Interaction before = state;
            state = rules.evolve(before, event, Scenario.second(commands));
            Recorded recorded = new Recorded(0, Scenario.second(commands), correlation, Optional.empty(), event);
            encoders.forEach((agent, encoder) -> told.computeIfAbsent(agent, a -> new ArrayList<>()).addAll(encoder.step(
                    new Delivery(Subject.of(I), 1, recorded, replicas(agent, before), replicas(agent, state)))));
            state.calls().stream().map(Call::id).filter(id -> !calls.contains(id)).forEach(calls::add);
        }
        return this;
    }

    /** What the last command told the agent, each as {@code PUT K1 [A HELD, X ACTIVE]} or {@code SetAgentState HOLD}. */
    public List<String> tells(AgentId agent) {
        return events(agent).stream().map(this::brief).toList();
    }

    public List<AcqueonEvent> events(AgentId agent) {
        return envelopes(agent).of(told.getOrDefault(agent, List.of()));
    }

    private Envelopes envelopes(AgentId agent) {
        return Envelopes.of(flavour, entry(agent), DIRECTORY);
    }

    /** The calls that the last command told the agent. */
    public List<JsonNode> calls(AgentId agent) {
        return events(agent).stream().map(event -> event.message().path("call")).filter(JsonNode::isObject).toList();
    }

    public String brief(AcqueonEvent event) {
        return new Brief(calls).of(event);
    }
}
