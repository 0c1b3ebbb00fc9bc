package io.patchbay.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One event of a cell, numbered from 1 without gaps.
 *
 * @param correlation the command of the outside world that caused it
 * @param after       an event of another cell that a follower of both must have told before this one (CHOREOGRAPHY A8)
 */
public record Recorded(long number, Instant at, CommandId correlation, Optional<Position> after, Event event) {

    /** A place in the stream of one subject. */
    public record Position(Subject subject, int era, long number) { }
}
