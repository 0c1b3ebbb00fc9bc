package io.patchbay.door.session;

import java.util.Optional;

/** The state of one connection in its session. All transitions are in {@link #on}. A state that is not named there does not change. */
public sealed interface SessionState {

    /** Bound, not started, without deliveries. */
    record Prepared() implements SessionState { }

    /** The client returned to a started session. @param answered whether the request is answered; the missed events follow */
    record Resuming(boolean answered) implements SessionState { }

    /** The client gets each event. */
    record Live() implements SessionState { }

    /**
     * The connection is lost. The agent is still followed, because the client may return. @param started whether there were deliveries
     */
    record Away(boolean started) implements SessionState { }

    /** Ended. */
    record Over(SessionEnd why) implements SessionState { }

    /**
     * A state with the actions of its transition.
     *
     * @param close the session has ended for the client, with the cause
     * @param unfollow the agent is no longer followed
     */
    record Transition(SessionState next, Optional<SessionEnd> close, boolean unfollow) { }

    /** Whether events are delivered now or soon. */
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

    /** The next transition. Pure. */
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

    /** A lost connection cannot be closed. */
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
