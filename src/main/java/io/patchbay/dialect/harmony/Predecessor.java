package io.patchbay.dialect.harmony;

/**
 * What the connections of a session leave to the next one.
 *
 * @param accepted what was accepted of them, the same for all
 * @param begun    whether session.start was: the next one is told what it missed, or all anew
 */
record Predecessor(AcceptedRequests accepted, boolean begun) {

    /** A session just prepared. */
    static Predecessor nothing() {
        return new Predecessor(new AcceptedRequests(), false);
    }

    /** A session that was bound at another member. */
    static Predecessor elsewhere() {
        return new Predecessor(new AcceptedRequests(), true);
    }
}
