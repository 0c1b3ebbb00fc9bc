package io.patchbay.dialect.finesse.frame;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.FailureCode;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.dialog.AgentDialogs;
import io.patchbay.dialog.AgentStatus;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.DialogChange;
import io.patchbay.dialog.DialogChange.Verb;
import io.patchbay.dialog.DialogState;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.Cause;
import io.patchbay.model.Directory;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Presence.NotReadyReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The notifications of one agent, the same for all its clients, and its objects for reads. Call it between the events only. */
public final class FinesseEncoder implements SessionEncoder<Update> {
    private final AgentEntry agent;
    private final UserXml users;
    private final DialogXml form;
    private final AgentDialogs dialogs;
    private final KnownDialogs known;

    public FinesseEncoder(AgentEntry agent, Directory directory) {
        this.agent = agent;
        this.users = new UserXml(directory);
        this.form = new DialogXml(directory);
        this.dialogs = new AgentDialogs(agent.id());
        this.known = new KnownDialogs(agent.id());
    }

    /** The dialogs that requests may name. */
    public KnownDialogs known() {
        return known;
    }

    /** The object of the agent as a notification. */
    public Update user(Replicas now, Instant at) {
        return user(now, at, Optional.empty());
    }

    private Update user(Replicas now, Instant at, Optional<NotReadyReason> logout) {
        return Update.ofUser(agent.id(), users.of("user", agent, now, at, logout));
    }

    /** The collection of the agent's dialogs. */
    public Element dialogs(Replicas now, Instant at) {
        return Element.of("Dialogs", dialogs.present(now, at).stream().map(dialog -> form.of("Dialog", dialog)).toList());
    }

    /** One dialog of the agent. */
    public Optional<Element> dialog(String id, Replicas now, Instant at) {
        return dialogs.present(now, at).stream().filter(dialog -> dialog.id().value().equals(id)).findFirst()
                .map(dialog -> form.of("Dialog", dialog));
    }

    /** A client that missed events gets its object, and the whole collection of its dialogs. */
    @Override
    public List<Update> all(Snapshot now, Instant at) {
        known.note(now.replicas());
        dialogs.reset();
        Element list = Element.of("dialogs", dialogs(now.replicas(), at).children());
        return List.of(user(now.replicas(), at), new Update(list, Verb.PUT, Resource.dialogs(agent.id()), Optional.empty()));
    }

    @Override
    public List<Update> step(Delivery step) {
        known.note(step.before());
        known.note(step.after());
        List<Update> all = step.recorded().event() instanceof AgentEvent event ? ofAgent(event, step)
                : ofInteraction((InteractionEvent) step.recorded().event(), step);
        return all.stream().map(update -> update.causedBy(step.recorded().correlation())).toList();
    }

    private List<Update> ofAgent(AgentEvent event, Delivery step) {
        Instant at = step.recorded().at();
        List<Update> all = new ArrayList<>();
        dialogs.ended(step.after(), at).forEach(change -> all.add(Update.of(change, agent.id(), form)));
        if (event instanceof AgentEvent.SessionEnded ended) {
            all.add(user(step.after(), at, ended.reason()));
        } else if (AgentStatus.isAsked(event, step.after()) || hasChanged(step.before(), step.after())) {
            all.add(user(step.after(), at));
        }
        return all;
    }

    private List<Update> ofInteraction(InteractionEvent event, Delivery step) {
        return dialogs.told(event, step).map(told -> updates(event, step, told)).orElse(List.of());
    }

    private List<Update> updates(InteractionEvent event, Delivery step, AgentDialogs.Told told) {
        List<Update> all = new ArrayList<>();
        told.list().forEach(change -> all.add(Update.of(change, agent.id(), form)));
        told.list().stream().filter(change -> change.verb() == Verb.DELETE).map(DialogChange::dialog)
                .forEach(dialog -> failure(event, dialog).ifPresent(all::add));
        boolean works = step.after().interaction(step.subject().interaction())
                .filter(interaction -> !interaction.callsOf(agent.id()).isEmpty()).isPresent();
        if (works && hasChanged(told.before(), step.after())) {
            all.add(user(step.after(), step.recorded().at()));
        }
        return all;
    }

    private boolean hasChanged(Replicas before, Replicas after) {
        return !UserXml.status(agent, before).equals(UserXml.status(agent, after));
    }

    /** A call of the agent that reached nobody: its request was accepted before. */
    private static Optional<Update> failure(InteractionEvent event, Dialog dialog) {
        boolean dialled = dialog.outbound() && dialog.parties().stream().skip(1).noneMatch(party -> party.state().isAnswered());
        if (!dialled || !(event instanceof ConnectionCleared cleared) || !cleared.call().equals(dialog.id())
                || dialog.state() != DialogState.FAILED && !isMissed(cleared.cause())) {
            return Optional.empty();
        }
        return Optional.of(Update.of(FailureCode.of(cleared.cause()).error(), Resource.dialog(dialog.id())));
    }

    private static boolean isMissed(Cause cause) {
        return switch (cause) {
            case REJECTED, EXPIRED, NO_ANSWER, BUSY, INVALID, UNAVAILABLE, FAILED -> true;
            case RELEASED, REMOTE, TRANSFERRED, ABANDONED, DROPPED, LOGOUT -> false;
        };
    }
}
