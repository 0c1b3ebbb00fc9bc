package io.patchbay.dialect.acqueon.words;

import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.DialogAction;
import io.patchbay.dialog.DialogState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The buttons of a call in the order of the documents (acqueon.md 1.4.1). No verb of this channel rejects a call. */
public enum Button {
    ANSWER("answer"), REJECT("reject"), DISCONNECT("disconnect"), HOLD("hold"), RESUME("resume"), CLEAR_CONTACT("clearContact"),
    CONSULT("consult"), NUMBERPAD("numberpad"), SWAP("swap"), TRANSFER("transfer"), CONFERENCE("conference");

    private final String text;

    Button(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The buttons that are enabled. */
    public static Set<Button> of(Dialog dialog) {
        if (dialog.state() == DialogState.WRAP_UP) {
            return Set.of(CLEAR_CONTACT);
        }
        Set<Button> buttons = EnumSet.noneOf(Button.class);
        dialog.own().actions().forEach(action -> of(action).ifPresent(buttons::add));
        if (dialog.alternates()) {
            buttons.add(SWAP);
        }
        return Collections.unmodifiableSet(buttons);
    }

    private static Optional<Button> of(DialogAction action) {
        return Optional.ofNullable(switch (action) {
            case ANSWER -> ANSWER;
            case HOLD -> HOLD;
            case RETRIEVE -> RESUME;
            case DROP -> DISCONNECT;
            case CONSULT_CALL -> CONSULT;
            case SEND_DTMF -> NUMBERPAD;
            case TRANSFER -> TRANSFER;
            case CONFERENCE -> CONFERENCE;
            case UPDATE_CALL_DATA, TRANSFER_SST -> null;
        });
    }
}
