package io.patchbay.grid;

import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import java.util.List;

/** Gets the state of one subject, then each event once, in number order, and the state again after missed events. Must not block. */
public interface SubjectListener {

    /**
     * @param number of the last event in the state, 0 if there is none
     * @param history the kept events that led to the state; the last one has that number
     */
    void state(int era, long number, State state, List<Past> history);

    /** An event with the states around it. */
    record Past(Recorded event, State before, State after) { }

    void event(int era, Recorded event, State before, State after);

    /** Events that came together, such as those of one command. For a listener that takes them in one go. */
    default void events(int era, List<Past> steps) {
        steps.forEach(step -> event(era, step.event(), step.before(), step.after()));
    }
}
