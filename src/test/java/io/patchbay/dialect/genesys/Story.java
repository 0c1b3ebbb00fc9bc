package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.config.DirectoryFile;
import io.patchbay.dialect.genesys.frame.AgentResources;
import io.patchbay.dialect.genesys.frame.CallResources;
import io.patchbay.dialect.genesys.frame.ContactResources;
import io.patchbay.dialect.genesys.frame.GenesysEncoder;
import io.patchbay.dialect.genesys.frame.GenesysUris;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.Originate;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One interaction, moved by commands through the rules, and what agents are told of it. The first command makes the call K1. The second
 * call of the interaction is K2. Each command has a second of its own.
 */
public final class Story {
    public static final AgentId ANA = new AgentId("ana");
    public static final AgentId BEN = new AgentId("ben");
    public static final AgentId CARO = new AgentId("caro");
    public static final InteractionId I = new InteractionId("0123456789ABCDEF");
    public static final CallId K1 = Ids.call(Scenario.id(1));
    public static final GenesysUris URIS = new GenesysUris("http://cti.example/api/v2");
    public static final Directory DIRECTORY = DirectoryFile.read(Path.of("config/directory.yaml"),
            new FarEnds(List.of(), new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200)))).directory();
    public static final QueueName SALES = new QueueName("sales");
    public static final Address CUSTOMER = new Address("+15551234");
    public static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final InteractionRules rules = new InteractionRules();
    private final List<Delivered> delivered = new ArrayList<>();
    private final List<CallId> calls = new ArrayList<>();
    private Interaction state = Interaction.NEW;
    private int commands;

    private record Delivered(Recorded recorded, Interaction before, Interaction after) { }

    /** A customer's call of the queue, answered by ana. */
    public static Story answered() {
        return offered().given(new VoiceCommand.Answer(ANA, K1));
    }

    /** A customer's call of the queue rings at ana. */
    public static Story offered() {
        return new Story().given(new ContactArrived(Medium.VOICE, CUSTOMER, new Destination.ToQueue(SALES, new Address("6001"), true),
                Map.of("segment", "gold"), TERMS), new Alert(ANA, channel(ANA), address(ANA),
                Optional.of(new QueuePlace(SALES, Ids.party(Scenario.id(1), "called")))));
    }

    /** Ana dials. Nobody is alerted yet. */
    public static Story dialled(Destination to) {
        return new Story().given(new Originate(ANA, channel(ANA), address(ANA), to, TERMS, Map.of()));
    }

    /** Ana has dialled ben, whose telephone rings. */
    public static Story ringing() {
        return dialled(to(BEN)).given(rings(BEN));
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

    public static ChannelId channel(AgentId agent) {
        return new ChannelId("voice-" + agent);
    }

    public static Address address(AgentId agent) {
        return entry(agent).extensions().get(0);
    }

    public static AgentEntry entry(AgentId agent) {
        return DIRECTORY.agent(agent).orElseThrow();
    }

    /** The second call of the interaction. */
    public CallId second() {
        return calls.get(1);
    }

    public FarEndActs farEnd(CallId call, FarEndActs.Action action) {
        return new FarEndActs(call, CUSTOMER, action);
    }

    public Interaction state() {
        return state;
    }

    /** What the agent knows, with an agent state. */
    public Replicas replicas(AgentId agent, Agent own) {
        return new Replicas(own, Map.of(I, state.knownTo(agent)));
    }

    public Story given(InteractionCommand... done) {
        List.of(done).forEach(this::when);
        return this;
    }

    /** From here on {@link #tells} is about this command only. */
    public Story when(InteractionCommand command) {
        commands++;
        Decision<InteractionEvent> decision = rules.decide(state, command,
                new Stamp(Scenario.id(commands), Scenario.second(commands), Subject.of(I)));
        assertThat(decision.outcome().isAccepted()).as("%s in %s: %s", command, state, decision.outcome()).isTrue();
        delivered.clear();
        for (InteractionEvent event : decision.events()) {
            Interaction before = state;
            state = rules.evolve(before, event, Scenario.second(commands));
            delivered.add(new Delivered(new Recorded(0, Scenario.second(commands), Scenario.id(commands), Optional.empty(), event),
                    before, state));
            state.calls().stream().map(Call::id).filter(id -> !calls.contains(id)).forEach(calls::add);
        }
        return this;
    }

    /** What the last command told the agent, each as {@code type(call,state)}; StatusChange is SC, ParticipantsUpdated PU. */
    public List<String> tells(AgentId agent) {
        return notifications(agent).stream().map(this::brief).toList();
    }

    /** The data of what the last command told the agent. */
    public List<ObjectNode> data(AgentId agent) {
        return notifications(agent).stream().map(Notification::data).toList();
    }

    /** The data of what the last command told the agent on the topic of interactions. */
    public List<ObjectNode> older(AgentId agent) {
        return all(agent).filter(told -> told.topic() == Notification.Topic.INTERACTIONS).map(Notification::data).toList();
    }

    private List<Notification> notifications(AgentId agent) {
        return all(agent).filter(told -> told.topic() != Notification.Topic.INTERACTIONS).toList();
    }

    private Stream<Notification> all(AgentId agent) {
        GenesysEncoder encoder = encoder(agent);
        return delivered.stream().flatMap(one -> encoder.step(new Delivery(Subject.of(I), 1, one.recorded(),
                new Replicas(Agent.SIGNED_OUT, Map.of(I, one.before().knownTo(agent))),
                new Replicas(Agent.SIGNED_OUT, Map.of(I, one.after().knownTo(agent))))).stream());
    }

    public static GenesysEncoder encoder(AgentId agent) {
        return new GenesysEncoder(new AgentResources(entry(agent), URIS), new CallResources(agent, URIS),
                new ContactResources(agent, URIS));
    }

    private String brief(Notification notification) {
        assertThat(notification.topic()).isEqualTo(Notification.Topic.CALLS);
        ObjectNode data = notification.data();
        assertThat(data.path("messageType").asText()).isEqualTo("CallStateChangeMessage");
        String type = data.path("notificationType").asText().replace("StatusChange", "SC").replace("ParticipantsUpdated", "PU");
        int call = calls.indexOf(new CallId(data.at("/call/id").asText())) + 1;
        return type + "(K" + call + "," + data.at("/call/state").asText() + ")";
    }
}
