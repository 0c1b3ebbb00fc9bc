package io.patchbay.dialect.harmony;

/**
 * What the connections of a session leave to the next one.
 *
 * @param accepted what was accepted of them, the same for all
 * @param begun    whether session.start was: the next one is told what it missed, or all anew
 */
record Earlier(AcceptedRequests accepted, boolean begun) {

    /** A session just prepared. */
    static Earlier nothing() {
        return new Earlier(new AcceptedRequests(), false);
    }

    /** A session that was bound at another member. */
    static Earlier elsewhere() {
        return new Earlier(new AcceptedRequests(), true);
    }
}
