package io.patchbay.picture;

import java.util.Map;
import java.util.SortedSet;

/**
 * A dialog as its agent knows it, or as the cells say it should, in the words of Finesse.
 *
 * @param state      of the agent in it
 * @param parties    the others, each with its state
 * @param actions    those of the agent
 * @param alternates whether the agent has a second call and can go to and fro
 * @param facts      what else is said of it
 */
record DialogView(String state, SortedSet<String> parties, SortedSet<String> actions, boolean alternates, Map<String, String> facts) {
    static final String WRAP_UP = "WRAP_UP";

    boolean isIn(String other) {
        return state.equals(other);
    }

    /** As a client knows it that is not told of alternation. */
    DialogView withoutAlternation() {
        return new DialogView(state, parties, actions, false, facts);
    }

    /** Over, and gone with the next word about it. */
    boolean hasLeft() {
        return isIn("DROPPED") || isIn("FAILED");
    }
}
