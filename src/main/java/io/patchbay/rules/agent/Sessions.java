package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Binding;
import io.patchbay.model.Agent.Session;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.Reason;
import io.patchbay.model.SessionId;
import io.patchbay.rules.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signing in and out: one session an agent, and whether several clients of a dialect share it (DESIGN 4.16, CHOREOGRAPHY A14). */
record Sessions(Agent agent) {
    private static final String GRACE = "grace:";
    private static final String LOST = "lost:";
    private static final String ABSENT = "absent:";

    Decision<AgentEvent> start(AgentCommand.StartSession c) {
        return switch (c.mode()) {
            case RESUME -> resume(c.binding(), false);
            case RESUME_OVERRIDE -> resume(c.binding(), true);
            case EXCLUSIVE -> agent.isSignedIn() ? join(c.binding(), false) : begin(c);
            case SHARED -> agent.isSignedIn() ? share(c.binding()) : begin(c);
            case JOIN -> agent.isSignedIn() ? share(c.binding())
                    : Decision.refuse(Reason.NOT_SIGNED_IN, "The agent is signed out. Start a session first.");
            case OVERRIDE -> agent.isSignedIn() ? join(c.binding(), true) : begin(c);
        };
    }

    private static Decision<AgentEvent> begin(AgentCommand.StartSession c) {
        return Decision.accept(new AgentEvent.SessionStarted(c.binding(), c.grace(), c.offerLost()));
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

    /** One more client where others of its kind are bound already is no news. */
    private Decision<AgentEvent> share(Binding fresh) {
        return agent.binding(fresh.id()).filter(fresh::equals).isPresent() ? Decision.accept()
                : Decision.accept(new AgentEvent.BindingAdded(fresh));
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
        return Decision.accept(new AgentEvent.SessionEnded(c.cause(), c.reason()));
    }

    /** The report of a loss may be late. An unknown or already lost binding changes nothing. */
    Decision<AgentEvent> lose(AgentCommand.LoseBinding c) {
        if (agent.binding(c.binding()).filter(b -> !b.lost()).isEmpty()) {
            return Decision.accept();
        }
        if (!c.expired()) {
            return Decision.accept(new AgentEvent.BindingLost(c.binding()));
        }
        return Decision.accept(bindings(agent).size() == 1 ? new AgentEvent.SessionEnded(Cause.LOGOUT)
                : new AgentEvent.BindingRemoved(c.binding()));
    }

    Decision<AgentEvent> passed(AgentCommand.DeadlinePassed c) {
        if (!deadlines(agent).containsKey(c.id())) {
            return Decision.accept();
        }
        if (c.id().startsWith(ABSENT)) {
            return Decision.accept(new AgentEvent.OffersWithdrawn(offered(agent).map(Work::interaction).toList()));
        }
        return Decision.accept(c.id().startsWith(LOST) ? new AgentEvent.BindingRemoved(new SessionId(c.id().substring(LOST.length())))
                : new AgentEvent.SessionEnded(Cause.LOGOUT));
    }

    /**
     * A lost client has the grace of the session to come back. While another one is there it alone is gone then, else the session is. The
     * id of the latter names the clients lost, so that coming back and being lost again is another deadline. What is offered while all are
     * lost has a deadline of its own. None comes then, so it is the same deadline for all (CHOREOGRAPHY A11).
     */
    static Map<String, Duration> deadlines(Agent agent) {
        if (!agent.isSignedIn()) {
            return Map.of();
        }
        Session session = agent.session().orElseThrow();
        List<String> lost = session.bindings().stream().filter(Binding::lost).map(b -> b.id().value()).toList();
        if (lost.size() < session.bindings().size()) {
            return lost.stream().collect(Collectors.toMap(id -> LOST + id, id -> session.grace()));
        }
        String all = String.join(",", lost);
        return session.isAbsent() && !session.withdrawn() && offered(agent).findAny().isPresent()
                ? Map.of(ABSENT + all, session.offerLost().orElseThrow(), GRACE + all, session.grace())
                : Map.of(GRACE + all, session.grace());
    }

    private static Stream<Work> offered(Agent agent) {
        return agent.work().stream().filter(work -> work.phase() == Work.Phase.RESERVED);
    }

    private static List<Binding> bindings(Agent agent) {
        return agent.session().map(Session::bindings).orElse(List.of());
    }
}
