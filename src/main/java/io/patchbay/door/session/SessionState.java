package io.patchbay.door.session;

import java.util.Optional;

/** How far one connection is in its session. All transitions are in {@link #on}; every state not named there stays as it is. */
public sealed interface SessionState {

    /** Bound, not started: nothing is told yet. */
    record Prepared() implements SessionState { }

    /** The client came back to a session that was started. @param answered its request is answered: now it is told what it missed */
    record Resuming(boolean answered) implements SessionState { }

    /** It is told each event. */
    record Live() implements SessionState { }

    /** The connection is lost; what happens is still followed, for the client may come back. @param started whether it was told anything */
    record Away(boolean started) implements SessionState { }

    /** Nothing follows. */
    record Over(SessionEnd why) implements SessionState { }

    /**
     * A state and what is to be done on the way to it.
     *
     * @param close    the client is told that its session is over, and why
     * @param unfollow the agent is followed no longer
     */
    record Transition(SessionState next, Optional<SessionEnd> close, boolean unfollow) { }

    /** Events are told, or will be. */
    default boolean isPresent() {
        return this instanceof Prepared || this instanceof Resuming || this instanceof Live;
    }

    default boolean isStarted() {
        return this instanceof Live || this instanceof Resuming resuming && resuming.answered()
                || this instanceof Away away && away.started();
    }

    default boolean isOver() {
        return this instanceof Over;
    }

    /** What happens next. Pure. */
    default Transition on(SessionInput input) {
        if (isOver()) {
            return stay();
        }
        return switch (input) {
            case STARTED -> this instanceof Prepared ? to(new Live()) : stay();
            case RESUMED -> this instanceof Resuming ? to(new Resuming(true)) : stay();
            case CAUGHT_UP -> equals(new Resuming(true)) ? to(new Live()) : stay();
            case LOST -> isPresent() ? to(away()) : stay();
            case TELLING_FAILED -> isPresent() ? new Transition(away(), Optional.of(SessionEnd.INTERNAL_ERROR), false) : stay();
            case REPLACED -> over(SessionEnd.TAKEN_OVER, false);
            case TAKEN_OVER -> over(SessionEnd.TAKEN_OVER, true);
            case ENDED -> over(SessionEnd.SESSION_OVER, true);
            case LOGGED_OUT -> new Transition(new Over(SessionEnd.LOGGED_OUT), Optional.empty(), true);
            case GIVEN_UP -> over(SessionEnd.INTERNAL_ERROR, true);
        };
    }

    private SessionState away() {
        return new Away(!(this instanceof Prepared));
    }

    /** A connection that is lost cannot be closed. */
    private Transition over(SessionEnd why, boolean unfollow) {
        return new Transition(new Over(why), isPresent() ? Optional.of(why) : Optional.empty(), unfollow);
    }

    private Transition stay() {
        return to(this);
    }

    private static Transition to(SessionState next) {
        return new Transition(next, Optional.empty(), false);
    }
}
