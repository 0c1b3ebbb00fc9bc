package io.patchbay.door.session;

import io.patchbay.model.Outcome;

/**
 * The answer of a dialect to a bind request. First {@link #bound}, then one of {@link #done} and {@link #refused}. Neither comes if the
 * session has ended by then, and {@link SessionClient#end} reports it.
 */
public interface BindReply<C extends SessionClient<?>> {

    /** The connection has the session. There are no deliveries yet. */
    void bound(SessionConnection<C> connection);

    /** @param reset whether a client that returned gets the whole state */
    void done(boolean reset);

    /** The state of the agent cannot be read now. The connection is not bound and is closed after the answer. */
    void refused(Outcome.Refused why);

    /** The older connection of the session has ended, and this one has its place. */
    default void follows(C older) { }
}
