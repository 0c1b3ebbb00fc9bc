package io.patchbay.grid;

import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Starts a timer for each deadline of a state, with its full time again after a takeover, and drops it when the state no longer has the
 * deadline (DESIGN 4.4). Uses monotonic time and the thread of the subject.
 */
final class Deadlines {
    /** The id of the timer for the retention of an ended cell. No deadline of the rules has this id. */
    static final String RETENTION = "(retention)";

    private final KeyedExecutor executor;
    private final CellTypes cellTypes;
    private final BiConsumer<Subject, String> passed;

    /** @param passed called on the thread of the subject with the id of the passed deadline */
    Deadlines(KeyedExecutor executor, CellTypes cellTypes, BiConsumer<Subject, String> passed) {
        this.executor = executor;
        this.cellTypes = cellTypes;
        this.passed = passed;
    }

    void follow(Subject subject, PublicationProgress progress) {
        CellType<?, ?, ?> cellType = cellTypes.of(subject);
        Cell cell = progress.committed.reached();
        Map<String, Duration> due = new HashMap<>(cellType.deadlines(cell.state()));
        cellType.retention(cell.state()).ifPresent(d -> due.put(RETENTION, d));
        progress.timers.entrySet().removeIf(armed -> {
            if (!due.containsKey(armed.getKey())) {
                armed.getValue().drop();
            }
            return armed.getValue().isDropped();
        });
        due.forEach((id, after) -> progress.timers.computeIfAbsent(id, i -> armed(subject, id, after)));
    }

    private PublicationProgress.Timer armed(Subject subject, String id, Duration after) {
        PublicationProgress.Timer timer = new PublicationProgress.Timer();
        pass(subject, id, timer, after.toMillis());
        return timer;
    }

    /** The outcome of a passed deadline is not known. Passes it again soon. */
    void again(Subject subject, PublicationProgress progress, String id) {
        PublicationProgress.Timer timer = progress.timers.get(id);
        if (timer != null) {
            pass(subject, id, timer, 500);
        }
    }

    private void pass(Subject subject, String id, PublicationProgress.Timer timer, long millis) {
        executor.later(subject, millis, () -> {
            if (!timer.isDropped()) {
                passed.accept(subject, id);
            }
        });
    }
}
