package io.patchbay.model;

import java.util.Locale;

/** Why a leg, a call or an interaction ended; the cause words of CHOREOGRAPHY A. */
public enum Cause {
    RELEASED, REMOTE, TRANSFERRED, REJECTED, EXPIRED, ABANDONED, BUSY, NO_ANSWER, INVALID, UNAVAILABLE, DROPPED, LOGOUT, FAILED;

    /** The word for clients. */
    public String word() {
        return this == NO_ANSWER ? "noAnswer" : name().toLowerCase(Locale.ROOT);
    }
}
