package io.patchbay.dialect.finesse.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The actions of requests on calls. */
public enum RequestedAction {
    MAKE_CALL(true), SILENT_MONITOR(true), BARGE_CALL(true),
    ANSWER, HOLD, RETRIEVE, DROP, CONSULT_CALL, TRANSFER, CONFERENCE, TRANSFER_SST, SEND_DTMF, UPDATE_CALL_DATA, PARTICIPANT_DROP;

    private final boolean begins;

    RequestedAction() {
        this(false);
    }

    RequestedAction(boolean begins) {
        this.begins = begins;
    }

    /** Whether it begins a dialog of a user. The others act on a dialog. */
    public boolean begins() {
        return begins;
    }

    /** Blanks around it and its case are passed over. */
    public static Optional<RequestedAction> of(String text) {
        return Arrays.stream(values()).filter(action -> action.name().equals(text.strip().toUpperCase(Locale.ROOT))).findFirst();
    }
}
