package io.patchbay.grid;

import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import java.util.List;

/** Hears of one subject: its state, then each event once, in number order; the state again where events were missed. Must not block. */
public interface SubjectListener {

    /**
     * @param number  of the last event in it, 0 when nothing has happened yet
     * @param history the events that led to it, as far as they are kept; they end with that number
     */
    void state(int era, long number, State state, List<Past> history);

    /** An event with the states around it. */
    record Past(Recorded event, State before, State after) { }

    void event(int era, Recorded event, State before, State after);
}
