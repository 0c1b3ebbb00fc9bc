package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Held;
import io.patchbay.model.CallEvent.Within;
import io.patchbay.model.ContactEvent.DataChanged;
import io.patchbay.model.Directory;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The envelopes of one agent, the same for all its clients. Calls are dialogs: what changed between the dialogs before and after an event
 * is told. It remembers of a dialog what the state does not keep. Not thread-safe.
 */
public final class AcqueonEncoder implements SessionEncoder<AcqueonEvent> {
    private final AgentEntry agent;
    private final AgentStates states;
    private final SignInBurst burst;
    private final CallHistory history;
    private final Dialogs dialogs;
    private final WrapUps wrapUps;
    private final Map<InteractionId, Interaction> untold = new HashMap<>();

    public AcqueonEncoder(AgentEntry agent, Directory directory) {
        this.agent = agent;
        this.states = new AgentStates(agent, directory);
        this.burst = new SignInBurst(agent, directory);
        this.history = new CallHistory(agent.id());
        this.dialogs = new Dialogs(agent.id(), history);
        this.wrapUps = new WrapUps(agent.id());
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
        untold.clear();
        return List.of(states.of(now.replicas(), at), calls(now.replicas(), at));
    }

    private AcqueonEvent calls(Replicas now, Instant at) {
        wrapUps.ended(now, at);
        return SignInBurst.calls(Stream.concat(now.interactions().values().stream().flatMap(each -> dialogs.of(each).stream()),
                wrapUps.present().stream()).toList());
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
        wrapUps.ended(step.after(), at).forEach(change -> all.add(change.event()));
        if (event instanceof AgentEvent.SessionEnded ended) {
            all.add(states.of(step.after(), at, ended.reason()));
            all.add(SignInBurst.status("OUT_OF_SERVICE"));
        } else if (AgentStates.isAsked(event, step.after()) || !states.shown(step.before()).equals(states.shown(step.after()))) {
            all.add(states.of(step.after(), at));
        }
        return all;
    }

    private List<AcqueonEvent> ofInteraction(InteractionEvent event, Delivery step) {
        InteractionId id = step.subject().interaction();
        Interaction after = state(step.after(), id);
        if (after.medium() != Medium.VOICE) {
            return List.of();
        }
        Interaction before = Optional.ofNullable(untold.remove(id)).orElseGet(() -> state(step.before(), id));
        List<Dialog> was = dialogs.of(before);
        history.add(event, before, after);
        if (isUnfinished(event, after)) {
            untold.put(id, before);
            return List.of();
        }
        DialogChanges changes = new DialogChanges(agent.id(), event, step.recorded().at(), was, dialogs.of(after), after,
                wrapUps.isIn(step.after(), id));
        List<AcqueonEvent> all = new ArrayList<>();
        List<DialogChange> told = told(changes, id, step);
        boolean asked = changes.isToldAlways() && RequestIds.isRequestOf(agent.id(), step.recorded().correlation());
        if (asked && (event instanceof DataChanged || told.isEmpty())) {
            all.add(states.of(step.after(), step.recorded().at()));
        }
        told.forEach(change -> all.add(change.event()));
        boolean works = !after.callsOf(agent.id()).isEmpty();
        if (works && !states.shown(with(step.before(), id, before)).equals(states.shown(step.after()))) {
            all.add(states.of(step.after(), step.recorded().at()));
        }
        return all;
    }

    private List<DialogChange> told(DialogChanges changes, InteractionId id, Delivery step) {
        List<DialogChange> all = new ArrayList<>(wrapUps.ended(step.after(), step.recorded().at()));
        if (changes.isToldAlways()) {
            wrapUps.changed(id, step.after(), dialogs).ifPresent(all::add);
        }
        List<DialogChange> live = changes.list();
        wrapUps.keep(id, live);
        all.addAll(live);
        return all;
    }

    /**
     * Whether the next event of the command belongs to the same change: the hold of a consultation or an alternation, and what leaves a
     * call that cannot go on.
     */
    private boolean isUnfinished(InteractionEvent event, Interaction after) {
        return event instanceof Held held && held.within() != Within.ITSELF || after.callsOf(agent.id()).stream()
                .anyMatch(call -> call.purpose() != Call.Purpose.MONITOR && (call.connections().size() == 1
                        || call.connections().stream().noneMatch(leg -> leg.isAnswered() || call.isDialling(leg))));
    }

    private static Interaction state(Replicas replicas, InteractionId id) {
        return replicas.interaction(id).orElse(Interaction.NEW);
    }

    private static Replicas with(Replicas replicas, InteractionId id, Interaction interaction) {
        Map<InteractionId, Interaction> all = new LinkedHashMap<>(replicas.interactions());
        all.put(id, interaction);
        return new Replicas(replicas.agent(), all);
    }
}
