package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.dialog.AgentDialogs;
import io.patchbay.dialog.AgentStatus;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.ContactEvent.DataChanged;
import io.patchbay.model.Directory;
import io.patchbay.model.InteractionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The envelopes of one agent, the same for all its clients. Calls are dialogs: what changed between the dialogs before and after an event
 * is told. Not thread-safe.
 */
public final class AcqueonEncoder implements SessionEncoder<AcqueonEvent> {
    private final AgentEntry agent;
    private final AgentStates states;
    private final SignInBurst burst;
    private final AgentDialogs dialogs;

    public AcqueonEncoder(AgentEntry agent, Directory directory) {
        this.agent = agent;
        this.states = new AgentStates(agent, directory);
        this.burst = new SignInBurst(agent, directory);
        this.dialogs = new AgentDialogs(agent.id());
    }

    /** What a client is told when it signs in. @param at the time for the envelopes */
    public List<AcqueonEvent> burst(Replicas now, Instant at) {
        return burst.of(states.of(now, at), calls(now, at));
    }

    /** The state of the agent, where a verb changes nothing. */
    public AcqueonEvent agentState(Replicas now, Instant at) {
        return states.of(now, at);
    }

    @Override
    public List<AcqueonEvent> all(Snapshot now, Instant at) {
        return List.of(states.of(now.replicas(), at), calls(now.replicas(), at));
    }

    /** No command is between two of its events now: what waits for the next one lost it with the last connection. */
    private AcqueonEvent calls(Replicas now, Instant at) {
        dialogs.reset();
        return SignInBurst.calls(dialogs.present(now, at));
    }

    @Override
    public List<AcqueonEvent> step(Delivery step) {
        List<AcqueonEvent> all = step.recorded().event() instanceof AgentEvent event ? ofAgent(event, step)
                : ofInteraction((InteractionEvent) step.recorded().event(), step);
        return all.stream().map(each -> each.causedBy(step.recorded().correlation())).toList();
    }

    private List<AcqueonEvent> ofAgent(AgentEvent event, Delivery step) {
        Instant at = step.recorded().at();
        List<AcqueonEvent> all = new ArrayList<>();
        dialogs.ended(step.after(), at).forEach(change -> all.add(CallEvents.of(change)));
        if (event instanceof AgentEvent.SessionEnded ended) {
            all.add(states.of(step.after(), at, ended.reason()));
            all.add(SignInBurst.status("OUT_OF_SERVICE"));
        } else if (AgentStatus.isAsked(event, step.after()) || !states.shown(step.before()).equals(states.shown(step.after()))) {
            all.add(states.of(step.after(), at));
        }
        return all;
    }

    private List<AcqueonEvent> ofInteraction(InteractionEvent event, Delivery step) {
        return dialogs.told(event, step).map(told -> envelopes(event, step, told)).orElse(List.of());
    }

    private List<AcqueonEvent> envelopes(InteractionEvent event, Delivery step, AgentDialogs.Told told) {
        List<AcqueonEvent> all = new ArrayList<>();
        boolean asked = told.set() && RequestIds.isRequestOf(agent.id(), step.recorded().correlation());
        if (asked && (event instanceof DataChanged || told.list().isEmpty())) {
            all.add(states.of(step.after(), step.recorded().at()));
        }
        told.list().forEach(change -> all.add(CallEvents.of(change)));
        boolean works = step.after().interaction(step.subject().interaction())
                .filter(interaction -> !interaction.callsOf(agent.id()).isEmpty()).isPresent();
        if (works && !states.shown(told.before()).equals(states.shown(step.after()))) {
            all.add(states.of(step.after(), step.recorded().at()));
        }
        return all;
    }
}
