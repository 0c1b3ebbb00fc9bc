package io.patchbay.door.session;

import io.patchbay.model.Outcome;

/**
 * How a dialect answers a request to be bound. First {@link #bound}, then one of {@link #done} and {@link #refused}; neither where the
 * session is over by then, as the client is told by {@link SessionClient#end}.
 */
public interface BindReply<C extends SessionClient<?>> {

    /** The connection has the session from now on; nothing is told yet. */
    void bound(SessionConnection<C> connection);

    /** @param reset whether a client that came back is told everything anew */
    void done(boolean reset);

    /** The agent's state cannot be read now; the connection is bound to nothing and is closed behind the answer. */
    void refused(Outcome.Refused why);

    /** The older connection of the session, which is over, after this one has its place. */
    default void follows(C older) { }
}
