package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Binding;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signing in and out: one session an agent, one binding a client, one client a dialect (DESIGN 4.16, CHOREOGRAPHY A14). */
record Sessions(Agent agent) {
    private static final String GRACE = "grace:";

    Decision<AgentEvent> start(AgentCommand.StartSession c) {
        Binding fresh = new Binding(c.binding(), c.dialect(), c.member(), false);
        if (c.resume()) {
            return resume(c, fresh);
        }
        if (!agent.isSignedIn()) {
            return Decision.accept(new AgentEvent.SessionStarted(fresh, c.grace()));
        }
        Optional<Binding> same = agent.binding(c.binding());
        if (same.isPresent() && (same.get().lost() || c.override())) {
            return Decision.accept(new AgentEvent.BindingAdded(fresh));
        }
        Optional<Binding> older = bindings(agent).stream().filter(b -> b.dialect().equals(c.dialect())).findFirst();
        if (older.isEmpty()) {
            return Decision.accept(new AgentEvent.BindingAdded(fresh));
        }
        return c.override()
                ? Decision.accept(new AgentEvent.BindingRemoved(older.get().id()), new AgentEvent.BindingAdded(fresh))
                : Decision.refuse(Reason.ALREADY_BOUND, "a client of dialect " + c.dialect() + " is bound to the session; override it");
    }

    private Decision<AgentEvent> resume(AgentCommand.StartSession c, Binding fresh) {
        Optional<Binding> same = agent.binding(c.binding()).filter(b -> b.dialect().equals(c.dialect()));
        if (same.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "there is no such session, or no longer; start one");
        }
        return same.get().lost() || c.override() ? Decision.accept(new AgentEvent.BindingAdded(fresh))
                : Decision.refuse(Reason.ALREADY_BOUND, "a client is bound to the session; override it");
    }

    Decision<AgentEvent> end(AgentCommand.EndSession c) {
        return Decision.accept(new AgentEvent.SessionEnded(c.cause()));
    }

    /** Whoever reports a loss may be late: an unknown or already lost binding changes nothing. */
    Decision<AgentEvent> lose(AgentCommand.LoseBinding c) {
        if (agent.binding(c.binding()).filter(b -> !b.lost()).isEmpty()) {
            return Decision.accept();
        }
        return Decision.accept(c.expired() && bindings(agent).size() == 1 ? new AgentEvent.SessionEnded(Cause.LOGOUT)
                : new AgentEvent.BindingLost(c.binding()));
    }

    Decision<AgentEvent> passed(AgentCommand.DeadlinePassed c) {
        return deadlines(agent).containsKey(c.id()) ? Decision.accept(new AgentEvent.SessionEnded(Cause.LOGOUT)) : Decision.accept();
    }

    /** The id names the bindings lost, so that coming back and being lost again is another deadline. */
    static Map<String, Duration> deadlines(Agent agent) {
        if (!agent.isSignedIn() || bindings(agent).stream().anyMatch(b -> !b.lost())) {
            return Map.of();
        }
        String lost = bindings(agent).stream().map(b -> b.id().value()).collect(Collectors.joining(","));
        return Map.of(GRACE + lost, agent.session().orElseThrow().grace());
    }

    private static List<Binding> bindings(Agent agent) {
        return agent.session().map(Agent.Session::bindings).orElse(List.of());
    }
}
