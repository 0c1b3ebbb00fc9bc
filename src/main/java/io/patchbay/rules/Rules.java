package io.patchbay.rules;

import io.patchbay.model.CommandId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The business of one kind of cell. Pure: runs on a partition thread, and again wherever events are replayed; no clock, no random,
 * no I/O, no other cell. Time and ids come with the command.
 *
 * @param <S> the state, @param <C> the commands, @param <E> the events
 */
public interface Rules<S, C, E> {

    S initial();

    /** The decision on the command in this state. Every prefix of its events leaves a legal state after {@link #evolve}. */
    Decision<E> decide(S state, C command, Stamp stamp);

    /** Where the event leads. @param at its time, which is that of the command it came of */
    S evolve(S state, E event, Instant at);

    /** The follow-ups to other cells after this event. @param before, after the state around the event */
    List<FollowUp> react(S before, E event, S after, Subject self);

    /**
     * The deadlines this state waits for, by id. A timer is armed when an id appears and dropped when it disappears; when it runs out
     * the cell is sent its deadline command with that id.
     */
    Map<String, Duration> deadlines(S state);

    /** Present when the cell is finished: how long it stays before it leaves the grid and its snapshot gets a tombstone. */
    default Optional<Duration> retention(S state) {
        return Optional.empty();
    }

    /**
     * The inputs of a decision besides the state.
     *
     * @param id the source of all derived ids
     * @param self the subject of the cell
     */
    record Stamp(CommandId id, Instant at, Subject self) { }
}
