package io.patchbay.door.session;

/** The inputs of one connection of a session. */
enum SessionInput {
    /** The client started the session; the reply is sent. */
    STARTED,
    /** The request to return is answered. */
    RESUMED,
    /** All missed events are sent. */
    CAUGHT_UP,
    /** The connection is lost. */
    LOST,
    /** One delivery failed. */
    TELLING_FAILED,
    /** A newer connection at this member has the session. */
    REPLACED,
    /** An event says that another client has the session. */
    TAKEN_OVER,
    /** An event says that the session of the agent ended. */
    ENDED,
    /** The client logged out. */
    LOGGED_OUT,
    /** The agent could not be followed. */
    GIVEN_UP
}
