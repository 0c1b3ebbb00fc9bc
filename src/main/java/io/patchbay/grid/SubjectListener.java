package io.patchbay.grid;

import io.patchbay.model.Recorded;
import io.patchbay.model.State;

/** Hears of one subject: its state, then each event once, in number order; the state again where events were missed. Must not block. */
public interface SubjectListener {

    /** @param number of the last event in it, 0 when nothing has happened yet */
    void state(int era, long number, State state);

    void event(int era, Recorded event, State before, State after);
}
