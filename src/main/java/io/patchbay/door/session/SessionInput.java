package io.patchbay.door.session;

/** What can happen to one connection of a session. */
enum SessionInput {
    /** The client started the session; the reply is sent. */
    STARTED,
    /** The request to come back is answered. */
    RESUMED,
    /** All that the client missed is told. */
    CAUGHT_UP,
    /** The connection is gone. */
    LOST,
    /** One event could not be told. */
    TELLING_FAILED,
    /** A newer connection at this member has the session. */
    REPLACED,
    /** An event says that another client has the session. */
    TAKEN_OVER,
    /** An event says that the agent's session ended. */
    ENDED,
    /** The client logged out. */
    LOGGED_OUT,
    /** The agent could not be followed. */
    GIVEN_UP
}
