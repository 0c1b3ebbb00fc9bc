package io.patchbay.model;

/** Why a leg, a call or an interaction ended; the cause words of CHOREOGRAPHY A. */
public enum Cause {
    RELEASED, REMOTE, TRANSFERRED, REJECTED, EXPIRED, ABANDONED, BUSY, NO_ANSWER, INVALID, UNAVAILABLE, DROPPED, LOGOUT, FAILED
}
