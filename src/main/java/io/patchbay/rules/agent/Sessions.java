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
        return switch (c.mode()) {
            case RESUME -> resume(c.binding(), false);
            case RESUME_OVERRIDE -> resume(c.binding(), true);
            case EXCLUSIVE -> agent.isSignedIn() ? join(c.binding(), false) : begin(c);
            case OVERRIDE -> agent.isSignedIn() ? join(c.binding(), true) : begin(c);
        };
    }

    private static Decision<AgentEvent> begin(AgentCommand.StartSession c) {
        return Decision.accept(new AgentEvent.SessionStarted(c.binding(), c.grace()));
    }

    /** The new client is there before an older one goes, so that what the older one would have completed waits for the new one. */
    private Decision<AgentEvent> join(Binding fresh, boolean override) {
        Optional<Binding> same = agent.binding(fresh.id());
        if (same.isPresent() && (same.get().lost() || override)) {
            return Decision.accept(new AgentEvent.BindingAdded(fresh));
        }
        Optional<Binding> older = bindings(agent).stream().filter(b -> b.dialect().equals(fresh.dialect())).findFirst();
        if (older.isEmpty()) {
            return Decision.accept(new AgentEvent.BindingAdded(fresh));
        }
        return override
                ? Decision.accept(new AgentEvent.BindingAdded(fresh), new AgentEvent.BindingRemoved(older.get().id()))
                : Decision.refuse(Reason.ALREADY_BOUND, "Another " + fresh.dialect()
                        + " client is bound to the session. Repeat the request with override to replace it.");
    }

    private Decision<AgentEvent> resume(Binding fresh, boolean override) {
        Optional<Binding> same = agent.binding(fresh.id()).filter(b -> b.dialect().equals(fresh.dialect()));
        if (same.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "There is no such session. Start a new one.");
        }
        return same.get().lost() || override ? Decision.accept(new AgentEvent.BindingAdded(fresh))
                : Decision.refuse(Reason.ALREADY_BOUND,
                        "Another client is bound to the session. Repeat the request with override to replace it.");
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
