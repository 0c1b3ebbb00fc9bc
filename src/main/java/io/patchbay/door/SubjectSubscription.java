package io.patchbay.door;

import io.patchbay.grid.SubjectListener;
import io.patchbay.grid.SubjectListener.Past;
import io.patchbay.model.Recorded.Position;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** One subject of one feed: its last delivery and its waiting events. Used in the order of the feed only. */
final class SubjectSubscription {
    final Subject subject;
    final SubjectListener listener;
    private final Optional<Position> named;
    private final long from;
    private final Queue<Past> waiting = new ArrayDeque<>();
    private int era;
    private long told = -1;
    private State state;

    /**
     * @param named the event of the agent that named the subject; deliveries begin with its effects
     * @param from events above this number are delivered, too, as far as they are kept
     */
    SubjectSubscription(Subject subject, SubjectListener listener, Optional<Position> named, long from) {
        this.subject = subject;
        this.listener = listener;
        this.named = named;
        this.from = from;
    }

    boolean isKnown() {
        return told >= 0;
    }

    /** Deliveries begin with the first state. A later state means that events were missed. Returns whether they were. */
    boolean arrived(int inEra, long number, State now, List<Past> history) {
        boolean missed = isKnown();
        if (!missed) {
            for (Past past : history) {
                if (!waiting.isEmpty() || causedByName(past) || past.event().number() > from) {
                    waiting.add(past);
                }
            }
        } else {
            waiting.clear();
        }
        era = inEra;
        told = waiting.isEmpty() ? number : waiting.peek().event().number() - 1;
        state = waiting.isEmpty() ? now : waiting.peek().before();
        return missed;
    }

    private boolean causedByName(Past past) {
        return named.isPresent() && past.event().after().equals(named);
    }

    void happened(Past past) {
        waiting.add(past);
    }

    /** Null if no event waits. */
    Past next() {
        return waiting.peek();
    }

    Past take() {
        Past past = waiting.remove();
        told = past.event().number();
        state = past.after();
        return past;
    }

    State state() {
        return state;
    }

    Position position() {
        return new Position(subject, era, told);
    }

    /** Whether that event is delivered, or older than the subscription. */
    boolean hasTold(Position position) {
        return isKnown() && (position.era() < era || position.era() == era && position.number() <= told);
    }
}
