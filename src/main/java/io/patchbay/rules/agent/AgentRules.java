package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of an agent's cell (DESIGN 4, CHOREOGRAPHY A8, A9, A11, A14). */
public final class AgentRules implements Rules<Agent, AgentCommand, AgentEvent> {

    @Override
    public Agent initial() {
        return Agent.SIGNED_OUT;
    }

    @Override
    public Decision<AgentEvent> decide(Agent agent, AgentCommand command, Stamp stamp) {
        return command.match(new Decisions(agent, stamp));
    }

    @Override
    public Agent evolve(Agent agent, AgentEvent event, Instant at) {
        return new AgentTimes(agent, at).of(event.match(new AgentEvolve(agent)));
    }

    @Override
    public List<FollowUp> react(Agent before, AgentEvent event, Agent after, Subject self) {
        return new Reactions(before, after, self.agent()).to(event);
    }

    @Override
    public Map<String, Duration> deadlines(Agent agent) {
        return Sessions.deadlines(agent);
    }
}
