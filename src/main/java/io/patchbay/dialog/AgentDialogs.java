package io.patchbay.dialog;

import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Held;
import io.patchbay.model.CallEvent.Within;
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
 * The dialogs of one agent: what changed between those before and after an event. It remembers of a dialog what the state does not keep.
 * Not thread-safe.
 */
public final class AgentDialogs {
    private final AgentId me;
    private final CallHistory history;
    private final Dialogs dialogs;
    private final WrapUps wrapUps;
    private final Map<InteractionId, Interaction> untold = new HashMap<>();

    public AgentDialogs(AgentId me) {
        this.me = me;
        this.history = new CallHistory(me);
        this.dialogs = new Dialogs(me, history);
        this.wrapUps = new WrapUps(me);
    }

    /**
     * What an event of an interaction means.
     *
     * @param before the state before the first event that is told here
     * @param list   first dialogs that are gone, then changed ones, then new ones
     * @param set    whether a client set something of a call
     * @param now    the dialogs of the interaction after the event
     */
    public record Told(Replicas before, List<DialogChange> list, boolean set, List<Dialog> now) { }

    /** Forgets events that are not told yet, after events were missed. */
    public void reset() {
        untold.clear();
    }

    /** The present dialogs, also those that wait for their wrap-up. */
    public List<Dialog> present(Replicas now, Instant at) {
        wrapUps.ended(now, at);
        return Stream.concat(now.interactions().entrySet().stream().flatMap(each -> dialogs.of(each.getKey(), each.getValue()).stream()),
                wrapUps.present().stream()).toList();
    }

    /** The dialogs whose wrap-up is over after an event of the agent. */
    public List<DialogChange> ended(Replicas after, Instant at) {
        return wrapUps.ended(after, at);
    }

    /** Empty where the contact is no call, and where a later event of the same command belongs to the same change. */
    public Optional<Told> told(InteractionEvent event, Delivery step) {
        InteractionId id = step.subject().interaction();
        Interaction after = state(step.after(), id);
        if (after.medium() != Medium.VOICE) {
            return Optional.empty();
        }
        Interaction before = Optional.ofNullable(untold.remove(id)).orElseGet(() -> state(step.before(), id));
        List<Dialog> was = dialogs.of(id, before);
        history.add(event, before, after);
        if (isUnfinished(event, after)) {
            untold.put(id, before);
            return Optional.empty();
        }
        List<Dialog> now = dialogs.of(id, after);
        DialogChanges changes = new DialogChanges(me, event, step.recorded().at(), was, now, after,
                wrapUps.isIn(step.after(), id));
        return Optional.of(new Told(with(step.before(), id, before), list(changes, id, step), changes.isToldAlways(), now));
    }

    private List<DialogChange> list(DialogChanges changes, InteractionId id, Delivery step) {
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
        return event instanceof Held held && held.within() != Within.ITSELF || after.callsOf(me).stream()
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
