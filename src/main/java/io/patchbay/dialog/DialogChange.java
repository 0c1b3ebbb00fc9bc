package io.patchbay.dialog;

import java.util.Optional;

/** A dialog that appeared for the agent, changed, or is gone. @param offer how an offer ended that the agent did not take */
public record DialogChange(Verb verb, Dialog dialog, Optional<Offer> offer) {

    /** The verbs of Finesse. */
    public enum Verb { POST, PUT, DELETE }

    /** The end of an offer: the agent let it pass, or refused it. */
    public enum Offer { EXPIRED, REFUSED }

    DialogChange(Verb verb, Dialog dialog) {
        this(verb, dialog, Optional.empty());
    }
}
