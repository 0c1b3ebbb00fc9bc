package io.patchbay.dialect.genesys.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.reading.Names;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.agent.AgentRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of an operation, with apostrophes for quotes, posted by an agent that has what a story and its own state say. */
final class Request {
    static final Command START = Command.of(Scenario.id(500), Scenario.START, Subject.of(Story.ANA), new AgentCommand.StartSession(
            new Agent.Binding(new SessionId("s"), "genesys", "n1", false), Duration.ofMinutes(1), Optional.empty(),
            AgentCommand.StartSession.Mode.SHARED));
    static final ChannelId VOICE = Ids.channel(Scenario.id(2), Medium.VOICE);

    private final Operation operation;

    private Request(AgentId by, Replicas now, String body) {
        this.operation = new Operation(Story.entry(by), now, new GenesysBody(object(body)), new Names(Story.DIRECTORY), Story.TERMS, START);
    }

    static Request by(AgentId agent, Agent state, String body) {
        return new Request(agent, new Replicas(state, Map.of()), body);
    }

    static Request in(Story story, String body) {
        return new Request(Story.ANA, story.replicas(Story.ANA, signedIn(Story.ANA).state()), body);
    }

    static Request in(Replicas now, String body) {
        return new Request(Story.ANA, now, body);
    }

    /** With a voice channel on 5001 that is not ready. */
    static Scenario<Agent, AgentCommand, AgentEvent> signedIn(AgentId agent) {
        return Scenario.of(new AgentRules(), Subject.of(agent)).givenDone((AgentCommand) START.body(),
                new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of()),
                new AgentCommand.ActivateChannels(List.of(new Serving(VOICE, List.of())), true));
    }

    Plan onMe() {
        return AgentOperations.onMe(operation);
    }

    Plan on(ChannelName channel) {
        return AgentOperations.onChannel(operation, channel);
    }

    Plan onCall() {
        return CallOperations.on(operation, Story.K1.value());
    }

    Plan onDevice() {
        return DeviceOperations.onCalls(operation, new Address("5001"));
    }

    static List<Body> commands(Plan plan) {
        return plan.steps().stream().map(Plan.Step::command).toList();
    }

    private static ObjectNode object(String body) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(body.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
