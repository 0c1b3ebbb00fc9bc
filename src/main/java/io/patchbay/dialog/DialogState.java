package io.patchbay.dialog;

import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.FarEnd;
import java.util.List;
import java.util.Optional;

/** The states of a dialog and of its participants, as Finesse names them. */
public enum DialogState {
    INITIATING, INITIATED, ALERTING, ACTIVE, HELD, WRAP_UP, DROPPED, FAILED;

    /** The state of a party. Empty where it is no participant: a queue, a telephone that does not ring yet, or a number that is none. */
    public static Optional<DialogState> of(Call call, Connection leg) {
        return switch (leg.state()) {
            case INITIATED -> call.isDialling(leg) ? Optional.of(INITIATED) : Optional.empty();
            case ALERTING -> leg.farEnd().filter(end -> end.kind() == FarEnd.Kind.INVALID).isPresent() ? Optional.empty()
                    : Optional.of(ALERTING);
            case CONNECTED -> Optional.of(ACTIVE);
            case HELD -> Optional.of(HELD);
            case QUEUED, FAILED -> Optional.empty();
        };
    }

    /** The state of the dialog. A dialog has no state for hold. @param parties first the agent whose dialog it is */
    public static DialogState ofDialog(List<DialogState> parties) {
        DialogState own = parties.get(0);
        if (own == INITIATING || own == FAILED) {
            return own;
        }
        long answered = parties.stream().filter(DialogState::isAnswered).count();
        if (answered < 2 && parties.contains(ALERTING)) {
            return ALERTING;
        }
        return answered > 0 ? ACTIVE : parties.contains(INITIATED) ? INITIATED : DROPPED;
    }

    public boolean isAnswered() {
        return this == ACTIVE || this == HELD;
    }
}
