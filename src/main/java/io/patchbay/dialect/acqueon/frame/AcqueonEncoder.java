package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialog.AgentDialogs;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.DialogChange;
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
 * What the clients of one agent are told, the same for all of them. Calls are dialogs: what changed between the dialogs before and after
 * an event is told. Not thread-safe.
 */
public final class AcqueonEncoder implements SessionEncoder<Notice> {
    private final AgentEntry agent;
    private final AgentStates states;
    private final AgentFacts facts;
    private final AgentDialogs dialogs;

    public AcqueonEncoder(AgentEntry agent, Directory directory) {
        this.agent = agent;
        this.states = new AgentStates(agent, directory);
        this.facts = new AgentFacts(states, agent.id());
        this.dialogs = new AgentDialogs(agent.id());
    }

    /** The answer to a verb that asks for the present state, or to a sign-in. @param at the time where the state has none */
    public Notice answer(Verb verb, Replicas now, Instant at) {
        AgentState state = states.of(now, at);
        List<Dialog> calls = calls(now, at);
        return Notice.of(channel -> channel.answer(verb, state, calls));
    }

    /** The state of the agent, where a verb changes nothing. */
    public Notice agentState(Replicas now, Instant at) {
        AgentState state = states.of(now, at);
        return Notice.of(channel -> channel.state(state));
    }

    @Override
    public List<Notice> all(Snapshot now, Instant at) {
        AgentState state = states.of(now.replicas(), at);
        List<Dialog> calls = calls(now.replicas(), at);
        return List.of(Notice.of(channel -> channel.present(state, calls)));
    }

    /** No command is between two of its events now: what waits for the next one lost it with the last connection. */
    private List<Dialog> calls(Replicas now, Instant at) {
        dialogs.reset();
        return dialogs.present(now, at);
    }

    @Override
    public List<Notice> step(Delivery step) {
        List<Notice> all = step.recorded().event() instanceof AgentEvent event ? ofAgent(event, step)
                : ofInteraction((InteractionEvent) step.recorded().event(), step);
        return all.stream().map(notice -> notice.causedBy(step.recorded().correlation())).toList();
    }

    private List<Notice> ofAgent(AgentEvent event, Delivery step) {
        List<Notice> all = new ArrayList<>();
        dialogs.ended(step.after(), step.recorded().at()).forEach(change -> all.add(notice(change)));
        all.addAll(facts.of(event, step));
        return all;
    }

    private List<Notice> ofInteraction(InteractionEvent event, Delivery step) {
        return dialogs.told(event, step).map(told -> notices(event, step, told)).orElse(List.of());
    }

    private List<Notice> notices(InteractionEvent event, Delivery step, AgentDialogs.Told told) {
        List<Notice> all = new ArrayList<>();
        boolean asked = told.set() && RequestIds.isRequestOf(agent.id(), step.recorded().correlation());
        if (asked && (event instanceof DataChanged || told.list().isEmpty())) {
            all.add(agentState(step.after(), step.recorded().at()));
        }
        told.list().forEach(change -> all.add(notice(change)));
        all.addAll(facts.of(event, step, told.now()));
        boolean works = step.after().interaction(step.subject().interaction())
                .filter(interaction -> !interaction.callsOf(agent.id()).isEmpty()).isPresent();
        if (works && !states.shown(told.before()).equals(states.shown(step.after()))) {
            all.add(agentState(step.after(), step.recorded().at()));
        }
        return all;
    }

    private static Notice notice(DialogChange change) {
        return Notice.of(channel -> channel.call(change));
    }
}
