package io.patchbay.grid;

import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Arms a timer for each deadline a state names, in full again after a takeover, and drops it when the state no longer names it
 * (DESIGN 4.4). Runs on monotonic time in the subject's lane.
 */
final class Deadlines {
    /** The id of the timer that ends a finished cell's retention; no rule's deadline is called this. */
    static final String RETENTION = "(retention)";

    private final KeyedExecutor lanes;
    private final CellTypes machines;
    private final BiConsumer<Subject, String> passed;

    /** @param passed told in the subject's lane which deadline passed */
    Deadlines(KeyedExecutor lanes, CellTypes machines, BiConsumer<Subject, String> passed) {
        this.lanes = lanes;
        this.machines = machines;
        this.passed = passed;
    }

    void follow(Subject subject, PublicationProgress outlet) {
        CellType<?, ?, ?> machine = machines.of(subject);
        Cell cell = outlet.solid.reached();
        Map<String, Duration> due = new HashMap<>(machine.deadlines(cell.state()));
        machine.retention(cell.state()).ifPresent(d -> due.put(RETENTION, d));
        outlet.timers.entrySet().removeIf(armed -> {
            if (!due.containsKey(armed.getKey())) {
                armed.getValue().drop();
            }
            return armed.getValue().isDropped();
        });
        due.forEach((id, after) -> outlet.timers.computeIfAbsent(id, i -> armed(subject, id, after)));
    }

    private PublicationProgress.Timer armed(Subject subject, String id, Duration after) {
        PublicationProgress.Timer timer = new PublicationProgress.Timer();
        pass(subject, id, timer, after.toMillis());
        return timer;
    }

    /** The outcome of a passed deadline is not known: ask again soon. */
    void again(Subject subject, PublicationProgress outlet, String id) {
        PublicationProgress.Timer timer = outlet.timers.get(id);
        if (timer != null) {
            pass(subject, id, timer, 500);
        }
    }

    private void pass(Subject subject, String id, PublicationProgress.Timer timer, long millis) {
        lanes.later(subject, millis, () -> {
            if (!timer.isDropped()) {
                passed.accept(subject, id);
            }
        });
    }
}
