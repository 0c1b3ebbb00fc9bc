package io.patchbay.dialog;

import io.patchbay.dialog.Dialog.Party;
import io.patchbay.dialog.DialogChange.Verb;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Retrieved;
import io.patchbay.model.CallEvent.Within;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent.DataChanged;
import io.patchbay.model.ContactEvent.DispositionSet;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the dialogs of an agent through an event: first those that are gone, then the changed ones, then the
 * new ones.
 *
 * @param event  the one that the agent is told
 * @param rest   the interaction after it
 * @param wrapUp after-call work follows when the agent's last call ends
 */
record DialogChanges(AgentId me, InteractionEvent event, Instant at, List<Dialog> before, List<Dialog> after, Interaction rest,
                     boolean wrapUp) {

    List<DialogChange> list() {
        List<DialogChange> all = new ArrayList<>();
        before.stream().filter(was -> find(after, was.id()).isEmpty()).forEach(was -> all.addAll(gone(was)));
        after.stream().filter(now -> find(before, now.id()).filter(was -> isToldAlways() || !was.equals(now)).isPresent())
                .sorted(Comparator.comparingInt(this::order)).forEach(now -> all.add(changed(now)));
        after.stream().filter(now -> find(before, now.id()).isEmpty()).forEach(now -> all.addAll(begun(now)));
        return all;
    }

    private DialogChange changed(Dialog now) {
        List<Party> left = find(before, now.id()).stream().flatMap(was -> was.parties().stream())
                .filter(party -> now.parties().stream().noneMatch(other -> other.id().equals(party.id()))).toList();
        boolean swapped = event instanceof Retrieved retrieved && retrieved.within() == Within.ALTERNATION
                && retrieved.agent().filter(me::equals).isPresent();
        return new DialogChange(Verb.PUT, now, Optional.empty(), left, swapped);
    }

    /** What a client sets is told also where it was the same before. */
    boolean isToldAlways() {
        return event instanceof DataChanged || event instanceof DispositionSet set && set.agent().equals(me);
    }

    /** First what is held now, then what has another state, then what has other actions. */
    private int order(Dialog now) {
        boolean same = find(before, now.id()).filter(was -> was.state() == now.state()).isPresent();
        return same ? 2 : now.state() == DialogState.HELD ? 0 : 1;
    }

    /** A call that the agent dials is told in each state that it went through. */
    private static List<DialogChange> begun(Dialog now) {
        if (now.state() != DialogState.INITIATED) {
            return List.of(new DialogChange(Verb.POST, now));
        }
        Dialog alone = now.dialling(DialogState.INITIATED);
        return Stream.of(new DialogChange(Verb.POST, now.dialling(DialogState.INITIATING)), new DialogChange(Verb.PUT, alone),
                new DialogChange(Verb.PUT, now)).limit(alone.equals(now) ? 2 : 3).toList();
    }

    /**
     * A call that the agent leaves, or that ends, has a last state. An offer has none, and neither has a call that the agent gave to
     * others or that became part of another.
     */
    private List<DialogChange> gone(Dialog was) {
        boolean continues = continues(was.id());
        if (was.state() == DialogState.ALERTING || !(event instanceof ConnectionCleared cleared && cleared.call().equals(was.id()))) {
            return List.of(ended(was.left(DialogState.DROPPED, "", continues, at), missed(was)));
        }
        boolean failed = was.state() == DialogState.INITIATED && hasFailed(cleared.cause(), was);
        boolean wraps = wrapUp && was.state().isAnswered() && !continues && after.isEmpty();
        Dialog last = wraps ? was.left(DialogState.WRAP_UP, "", false, at)
                : was.left(failed ? DialogState.FAILED : DialogState.DROPPED, failed ? stateCause(cleared.cause()) : "", continues, at);
        DialogChange told = new DialogChange(Verb.PUT, last);
        return wraps ? List.of(told) : List.of(told, ended(last, Optional.empty()));
    }

    /** Who goes on in another call of the agent has not left. */
    private DialogChange ended(Dialog last, Optional<DialogChange.Offer> offer) {
        List<PartyId> present = after.stream().flatMap(now -> now.parties().stream()).map(Party::id).toList();
        List<Party> left = last.parties().stream().filter(party -> !present.contains(party.id())).toList();
        return new DialogChange(Verb.DELETE, last, offer, left, false);
    }

    private boolean continues(CallId call) {
        return rest.call(call).filter(left -> left.connections().size() > 1
                && left.connections().stream().anyMatch(Connection::isAnswered)).isPresent();
    }

    /** A consultation that rang and was not taken is dropped. */
    private static boolean hasFailed(Cause cause, Dialog was) {
        return switch (cause) {
            case BUSY, INVALID, UNAVAILABLE, FAILED -> true;
            case REJECTED, NO_ANSWER, EXPIRED -> was.type() != CallType.CONSULT;
            case RELEASED, REMOTE, TRANSFERRED, ABANDONED, DROPPED, LOGOUT -> false;
        };
    }

    /** The words of Finesse. */
    private static String stateCause(Cause cause) {
        return switch (cause) {
            case BUSY -> "BUSY";
            case INVALID -> "BAD_DESTINATION";
            case UNAVAILABLE -> "DEVICE_RESOURCE_NOT_AVAILABLE";
            case REJECTED, NO_ANSWER, EXPIRED, FAILED, RELEASED, REMOTE, TRANSFERRED, ABANDONED, DROPPED, LOGOUT -> "OTHER";
        };
    }

    /** How an offer ended, where the agent let it pass or refused it. */
    private Optional<DialogChange.Offer> missed(Dialog was) {
        if (was.outbound() || was.state() != DialogState.ALERTING) {
            return Optional.empty();
        }
        if (event instanceof OfferExpired) {
            return Optional.of(DialogChange.Offer.EXPIRED);
        }
        boolean refused = event instanceof Rejected || event instanceof ConnectionCleared cleared && cleared.cause() == Cause.RELEASED;
        return refused ? Optional.of(DialogChange.Offer.REFUSED) : Optional.empty();
    }

    private static Optional<Dialog> find(List<Dialog> all, CallId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
