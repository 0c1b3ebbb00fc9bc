package io.patchbay.grid;

import io.patchbay.model.CommandId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Outcome;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the grid: the unit of atomicity. Its size does not grow with age.
 *
 * @param era rises with each cold start, and for a cell in place of a lost one; numbers are unique within an era
 * @param number of the last event
 * @param events the last ones, and those that Kafka has not acknowledged, of a queue at most some hundred
 * @param settled the number up to which Kafka has acknowledged, as far as the cell knows
 * @param sequence of the last follow-up
 * @param outbox follow-ups that are not known to be delivered
 * @param taken the last commands that had an effect, latest last
 * @param marks for each other cell the last follow-up taken from it, latest last
 * @param timed a deadline or the end of its retention waits for a timer
 */
public record Cell(Subject subject, int era, long number, State state, List<Recorded> events, long settled, long sequence,
                   List<Sending> outbox, List<Taken> taken, List<Mark> marks, boolean timed) {
    static final int KEPT_EVENTS = 64;
    /** Of a queue, which nobody follows and which may be busy while Kafka is away, no more. A reader sees the gap in the numbers. */
    static final int KEPT_QUEUE_EVENTS = 256;
    static final int KEPT_COMMANDS = 64;
    /** Beyond these the owner looks for marks of sources that can repeat nothing. All others stay, however many they are. */
    static final int KEPT_MARKS = 256;

    /**
     * An undelivered follow-up.
     *
     * @param after  the sequence of the one before it to the same cell, 0 if there was none in the outbox
     * @param number of the event that caused it
     */
    record Sending(long sequence, long after, long number, CommandId correlation, Instant at, FollowUp followUp) { }

    /** A command that had an effect. @param outcome of it, which may be the refusal of a later part */
    record Taken(CommandId id, String digest, Outcome outcome) { }

    /** The last follow-up taken from a cell, with its outcome. The source has the outcomes of those before it. */
    record Mark(Subject source, int era, long sequence, Outcome outcome) {
        boolean covers(int otherEra, long otherSequence) {
            return era > otherEra || era == otherEra && sequence >= otherSequence;
        }
    }

    /**
     * How far events and follow-ups have left this cell. The publisher may know more than the cell.
     *
     * @param forgotten marks of sources that can repeat nothing
     */
    record Settled(long number, long sequence, Set<Mark> forgotten) {
        static final Settled NOTHING = new Settled(0, 0);

        Settled(long number, long sequence) {
            this(number, sequence, Set.of());
        }
    }

    static Cell fresh(Subject subject, int era, State initial) {
        return new Cell(subject, era, 0, initial, List.of(), 0, 0, List.of(), List.of(), List.of(), false);
    }

    boolean isUnsettled() {
        return settled < number || !outbox.isEmpty();
    }

    /** Drops acknowledged events, delivered follow-ups and forgotten marks as soon as possible. */
    Cell settledTo(Settled published) {
        long through = Math.max(settled, Math.min(published.number(), number));
        List<Sending> left = outbox.stream().filter(s -> s.sequence() > published.sequence()).toList();
        List<Mark> remembered = published.forgotten().isEmpty() ? marks
                : marks.stream().filter(m -> !published.forgotten().contains(m)).toList();
        return new Cell(subject, era, number, state, trimmed(oldest(through)), through, sequence, left, taken, remembered, timed);
    }

    /** The number of the oldest event to keep. */
    private long oldest(long through) {
        return subject.kind() == Subject.Kind.QUEUE
                ? Math.max(Math.min(number, through + 1), number - KEPT_QUEUE_EVENTS + 1)
                : Math.min(number - KEPT_EVENTS, through) + 1;
    }

    private List<Recorded> trimmed(long oldest) {
        return events.isEmpty() || events.get(0).number() >= oldest ? events
                : events.stream().filter(e -> e.number() >= oldest).toList();
    }

    /** The events after that number. Empty if some of them are no longer kept. */
    Optional<List<Recorded>> after(long known) {
        if (known == number) {
            return Optional.of(List.of());
        }
        if (known > number || events.isEmpty() || events.get(0).number() > known + 1) {
            return Optional.empty();
        }
        return Optional.of(events.stream().filter(e -> e.number() > known).toList());
    }

    Optional<Taken> taken(CommandId id) {
        return taken.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    Optional<Mark> mark(Subject source) {
        return marks.stream().filter(m -> m.source().equals(source)).findFirst();
    }

    /** Whether a follow-up to that cell may be delivered once more. */
    boolean mayRepeatTo(Subject target) {
        return outbox.stream().anyMatch(s -> s.followUp().target().equals(target));
    }

    /** The marks to ask about, oldest first: at least half of those that may be kept stay. */
    List<Mark> surplusMarks() {
        return marks.size() > KEPT_MARKS ? marks.subList(0, marks.size() - KEPT_MARKS / 2) : List.of();
    }

    Cell with(List<Mark> next) {
        return new Cell(subject, era, number, state, events, settled, sequence, outbox, taken, next, timed);
    }

    static <T> List<T> appended(List<T> list, T last, int kept) {
        List<T> next = new ArrayList<>(list);
        next.add(last);
        return List.copyOf(next.size() > kept ? next.subList(next.size() - kept, next.size()) : next);
    }
}
