package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.request.ContactOperations;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.ReferenceIds;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Destination;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.Outcome;
import io.patchbay.model.PlatformCommand.SessionRequested;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.reading.Names;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One chat or short-message session, moved by requests of Genesys agents and by commands of others through the rules, and what agents and
 * the customer are told of it. Each request or command has a second of its own.
 */
public final class ContactStory {
    public static final InteractionId CONTACT = new InteractionId("0123456789ABCDEF");
    private static final JsonMapper JSON = new JsonMapper();

    private final InteractionRules rules = new InteractionRules();
    private final List<Delivery> delivered = new ArrayList<>();
    private final ContactKind kind;
    private Interaction state = Interaction.NEW;
    private Interaction before = Interaction.NEW;
    private int commands;
    private Instant now;
    private Instant next;
    private ObjectNode reply;

    private ContactStory(ContactKind kind) {
        this.kind = kind;
    }

    /** Pat waits in the queue. */
    public static ContactStory waiting(ContactKind kind) {
        return waiting(kind, "Pat");
    }

    /** A customer waits in the queue. */
    public static ContactStory waiting(ContactKind kind, String customer) {
        return new ContactStory(kind).when(new SessionRequested(kind.medium(), customer, Optional.of(Story.CUSTOMER),
                new Destination.ToQueue(Story.SALES, new Address("6001"), true), Optional.empty(), Map.of("segment", "gold"), Story.TERMS));
    }

    /** Ana is invited. */
    public static ContactStory offered(ContactKind kind) {
        return waiting(kind).found(Story.ANA);
    }

    /** Ana serves Pat. */
    public static ContactStory served(ContactKind kind) {
        return offered(kind).request(Story.ANA, "'Accept'");
    }

    public static ContactStory served() {
        return served(ContactKind.SMS);
    }

    /** The queue has found the agent, which is invited. */
    public ContactStory found(AgentId agent) {
        return when(new Alert(agent, Story.channel(agent), new Address("*"), state.queueing().map(Interaction.Queueing::offeredAs)));
    }

    /** The agent that was asked itself is invited. */
    public ContactStory asked(AgentId agent) {
        return when(new Alert(agent, Story.channel(agent), new Address("*"), Optional.empty()));
    }

    /** The agent that was asked itself has no place for it. */
    public ContactStory refused(AgentId agent) {
        return when(new ReserveRefused(agent, Cause.BUSY));
    }

    /** The time of the first thing that waits is over. */
    public ContactStory expires() {
        return when(new OfferDeadline(rules.deadlines(state).keySet().iterator().next()));
    }

    /** The next request or command comes at this time. */
    public ContactStory at(Instant time) {
        next = time;
        return this;
    }

    public ContactStory given(InteractionCommand... done) {
        List.of(done).forEach(this::when);
        return this;
    }

    /** From here on what is told is about this command only, which is of no Genesys request. */
    public ContactStory when(InteractionCommand command) {
        begin();
        CommandId id = Scenario.id(commands);
        assertThat(decide(id, id, command)).as("%s in %s", command, state).isEqualTo(Outcome.accepted());
        return this;
    }

    /** From here on what is told is about this request, which must be accepted. @param body operation and parameters, in single quotes */
    public ContactStory request(AgentId agent, String body) {
        return request(agent, json("{'operationName':" + body + "}"));
    }

    public ContactStory request(AgentId agent, ObjectNode body) {
        return request(agent, body, operation -> ContactOperations.on(operation, kind, CONTACT.value()));
    }

    /** @param resource that takes the request */
    ContactStory request(AgentId agent, ObjectNode body, Function<Operation, Plan> resource) {
        begin();
        Operation operation = operation(agent, Scenario.id(commands), now, body);
        Plan plan = resource.apply(operation);
        List<Outcome> outcomes = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            Command command = operation.session().followedBy(outcomes.size(), step.cell(), step.command());
            CommandId id = outcomes.isEmpty() ? operation.session().id() : command.id();
            outcomes.add(decide(id, operation.session().id(), (InteractionCommand) step.command()));
        }
        assertThat(outcomes).as("%s in %s", body, state).allMatch(Outcome::isAccepted);
        reply = plan.reply().apply(outcomes).body();
        return this;
    }

    /** What the request would come to. */
    public Plan plan(AgentId agent, String body) {
        return ContactOperations.on(planned(agent, body), kind, CONTACT.value());
    }

    Operation planned(AgentId agent, String body) {
        return operation(agent, new CommandId("planned"), Scenario.START, json("{'operationName':" + body + "}"));
    }

    private Operation operation(AgentId agent, CommandId id, Instant at, ObjectNode body) {
        Command session = Command.of(ReferenceIds.mark(agent, id), at, Subject.of(agent), new AgentCommand.EndSession(Cause.LOGOUT));
        return new Operation(Story.entry(agent), replicas(agent), new GenesysBody(body), new Names(Story.DIRECTORY), Story.TERMS, session);
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private void begin() {
        commands++;
        delivered.clear();
        before = state;
        reply = null;
        now = next == null ? Scenario.second(commands) : next;
        next = null;
    }

    private Outcome decide(CommandId id, CommandId cause, InteractionCommand command) {
        Decision<InteractionEvent> decision = rules.decide(state, command, new Stamp(id, now, Subject.of(CONTACT)));
        for (InteractionEvent event : decision.events()) {
            Interaction was = state;
            state = rules.evolve(was, event, now);
            delivered.add(new Delivery(Subject.of(CONTACT), 1, new Recorded(0, now, cause, Optional.empty(), event),
                    replicas(was), replicas(state)));
        }
        return decision.outcome();
    }

    public Interaction state() {
        return state;
    }

    public ContactKind kind() {
        return kind;
    }

    public Replicas replicas(AgentId agent) {
        return replicas(state.knownTo(agent));
    }

    private static Replicas replicas(Interaction known) {
        return new Replicas(Agent.SIGNED_OUT, Map.of(CONTACT, known));
    }

    /** The reply to the last request. */
    public ObjectNode reply() {
        return reply;
    }

    /** What the last request or command told the agent. */
    List<Notification> told(AgentId agent) {
        return delivered.stream().flatMap(step -> Story.encoder(agent).step(step).stream()).toList();
    }

    /** The data of that, of chats and short-message sessions only. */
    public List<ObjectNode> data(AgentId agent) {
        return told(agent).stream().filter(one -> one.topic() != Notification.Topic.INTERACTIONS).map(Notification::data).toList();
    }

    /** The same, each in the form of {@link ContactBrief}. */
    public List<String> tells(AgentId agent) {
        return data(agent).stream()
                .map(new ContactBrief(kind, state, Optional.ofNullable(reply).map(done -> done.get("referenceId")))::of).toList();
    }

    /** The operations that the agent is shown now. */
    public String capabilities(AgentId agent) {
        ObjectNode last = data(agent).stream().filter(data -> data.has(kind.resource())).reduce((one, next) -> next).orElseThrow();
        return last.at("/" + kind.resource() + "/capabilities").valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    /** What is new to the customer: entries of its log, then its state if it changed. */
    public List<String> customer() {
        return ContactBrief.customer(before, state);
    }
}
