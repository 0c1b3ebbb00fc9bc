package io.patchbay.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The progress of one cell in being published, on the member that owns it and on the thread of the subject. It may be lost: the next
 * owner runs a {@link SyncBarrier} and continues from the cell.
 *
 * <p>A step is pending, then <em>safe</em> (its completion said that the backup has it), then <em>committed</em> (safe and, on a member
 * without a live backup, acknowledged by Kafka). Replies, follow-ups and followers wait for committed steps.
 */
final class PublicationProgress {
    private static final long SNAPSHOT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
    final Watermark safe = new Watermark();
    final Watermark committed = new Watermark();
    final Map<UUID, Long> followers = new HashMap<>();
    final Map<String, Timer> timers = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    /** The last cell of which Kafka has all events. Null before the first one. */
    Cell acknowledged;
    long safeNumber = -1;
    long ackedNumber;
    long deliveredSequence;
    private long snapshotNumber;
    private long snapshotNanos;
    private boolean snapshotBegun;
    /** A snapshot was due while a batch was on its way. */
    boolean snapshotWaits;
    private boolean primed;
    private int era;
    boolean sending;
    boolean delivering;
    boolean synchronizing;
    boolean leaving;
    boolean asking;
    /** Marks of sources that can repeat nothing. The next step drops them. */
    private Set<Cell.Mark> forgotten = Set.of();
    int quietSweeps;

    record Waiting(long number, Runnable then, Runnable lost) { }

    /** A running deadline. A fired one stays until the state no longer has it, so it fires once. */
    static final class Timer {
        private boolean dropped;

        void drop() {
            dropped = true;
        }

        boolean isDropped() {
            return dropped;
        }
    }

    /** The era of the cell, or the one in which it would begin. 0 while it is not known. */
    int era() {
        return era;
    }

    /** Followers of another era know nothing of this one. */
    void begins(int begun) {
        if (era != begun) {
            era = begun;
            followers.replaceAll((member, known) -> -1L);
        }
    }

    /** Whether this is the progress of a lost cell, in whose place another one began. */
    boolean isOfCellBefore(Cell cell) {
        return primed && era != cell.era();
    }

    void pending(Cell cell) {
        begins(cell.era());
        if (!primed) {
            primed = true;
            ackedNumber = cell.settled();
            snapshotNumber = cell.settled();
            deliveredSequence = cell.outbox().isEmpty() ? cell.sequence() : cell.outbox().get(0).sequence() - 1;
        }
        if (!forgotten.isEmpty()) {
            forget(forgotten.stream().filter(new HashSet<>(cell.marks())::contains).toList());
        }
        safe.append(cell);
        quietSweeps = 0;
    }

    /**
     * Whether a state with this number is newer than the last snapshot, and none was begun in this second. A sweep may be early.
     *
     * @param nanos the time now
     */
    boolean isSnapshotDue(long number, long nanos) {
        return number > snapshotNumber && (!snapshotBegun || nanos - snapshotNanos >= SNAPSHOT_PAUSE_NANOS);
    }

    void snapshotBegins(long nanos) {
        snapshotBegun = true;
        snapshotNanos = nanos;
        snapshotWaits = false;
    }

    void snapshotDone(long number) {
        snapshotNumber = Math.max(snapshotNumber, number);
    }

    /** Whether a cell has arrived. Before that, only followers are known. */
    boolean isPrimed() {
        return primed;
    }

    /** Whether the cell knows less than this progress. */
    boolean isAheadOfCell() {
        Cell cell = safe.reached();
        return cell != null && (cell.settled() < Math.min(ackedNumber, cell.number())
                || !cell.outbox().isEmpty() && cell.outbox().get(0).sequence() <= deliveredSequence);
    }

    /** Runs {@code then} when all steps up to the number are committed, or {@code lost} if this member will not know. */
    void whenCommitted(long number, Runnable then, Runnable lost) {
        waiting.add(new Waiting(number, then, lost));
    }

    long committedNumber() {
        return committed.reached() == null ? -1 : committed.reached().number();
    }

    List<Runnable> committedNow() {
        List<Runnable> due = new ArrayList<>();
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext();) {
            Waiting next = all.next();
            if (next.number() <= committedNumber()) {
                due.add(next.then());
                all.remove();
            }
        }
        return due;
    }

    Cell.Settled settled() {
        return new Cell.Settled(ackedNumber, deliveredSequence, forgotten);
    }

    void forget(Collection<Cell.Mark> marks) {
        forgotten = Set.copyOf(marks);
    }

    boolean isIdle() {
        return safe.isEmpty() && committed.isEmpty() && waiting.isEmpty() && followers.isEmpty() && timers.isEmpty()
                && !sending && !delivering && !synchronizing && !asking;
    }

    /** Another member owns the cell, or the cell is gone. Drops timers and waiting callers. */
    void close() {
        timers.values().forEach(Timer::drop);
        timers.clear();
        waiting.forEach(w -> w.lost().run());
        waiting.clear();
    }
}
