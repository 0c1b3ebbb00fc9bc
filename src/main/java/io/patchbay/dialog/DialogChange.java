package io.patchbay.dialog;

import io.patchbay.dialog.Dialog.Party;
import java.util.List;
import java.util.Optional;

/**
 * A dialog that appeared for the agent, changed, or is gone.
 *
 * @param offer   how an offer ended that the agent did not take
 * @param left    participants that are gone from it
 * @param swapped the agent alternated between two calls
 */
public record DialogChange(Verb verb, Dialog dialog, Optional<Offer> offer, List<Party> left, boolean swapped) {
    /** The verbs of Finesse. */
    public enum Verb { POST, PUT, DELETE }

    /** The end of an offer: the agent let it pass, or refused it. */
    public enum Offer { EXPIRED, REFUSED }

    DialogChange(Verb verb, Dialog dialog) {
        this(verb, dialog, Optional.empty(), List.of(), false);
    }
}
