package io.patchbay.grid;

import io.patchbay.grid.SubjectListener.Past;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One replica of each subject that doors of this member follow, shared by all listeners and advanced by evolve. Missing events are
 * requested from the owner again. A request without missing events costs nothing.
 */
final class ReplicaStore {
    private final KeyedExecutor executor;
    private final CellTypes cellTypes;
    private final BiConsumer<Subject, Message> toOwner;
    private final List<Map<Subject, Replica>> replicas = new ArrayList<>();

    /** The state of one followed subject. */
    private static final class Replica {
        private final List<SubjectListener> listeners = new ArrayList<>();
        private final Deque<Past> history = new ArrayDeque<>();
        private int era;
        private long number = -1;
        private State state;

        void replace(Message.News news, State next, List<Past> past) {
            era = news.era();
            number = news.number();
            state = next;
            history.clear();
            history.addAll(past);
        }

        void advance(Past step) {
            number = step.event().number();
            state = step.after();
            history.addLast(step);
            if (history.size() > Cell.KEPT_EVENTS) {
                history.removeFirst();
            }
        }

        void introduce(SubjectListener listener) {
            listener.state(era, number, state, List.copyOf(history));
        }
    }

    /** @param toOwner sends a message to the owner of the subject */
    ReplicaStore(KeyedExecutor executor, CellTypes cellTypes, BiConsumer<Subject, Message> toOwner) {
        this.executor = executor;
        this.cellTypes = cellTypes;
        this.toOwner = toOwner;
        for (int i = 0; i < executor.count(); i++) {
            replicas.add(new HashMap<>());
        }
    }

    void follow(Subject subject, SubjectListener listener) {
        executor.of(subject).execute(() -> {
            Replica replica = of(subject).computeIfAbsent(subject, s -> new Replica());
            replica.listeners.add(listener);
            if (replica.number >= 0) {
                replica.introduce(listener);
            } else {
                refollow(subject, replica);
            }
        });
    }

    void unfollow(Subject subject, SubjectListener listener) {
        executor.of(subject).execute(() -> {
            Replica replica = of(subject).get(subject);
            if (replica != null && replica.listeners.remove(listener) && replica.listeners.isEmpty()) {
                of(subject).remove(subject);
                toOwner.accept(subject, new Message.Unfollow(subject));
            }
        });
    }

    /** Requests lost events from every owner. */
    void refollow() {
        executor.each(thread -> replicas.get(thread).forEach(this::refollow));
    }

    private void refollow(Subject subject, Replica replica) {
        toOwner.accept(subject, new Message.Follow(subject, replica.era, replica.number));
    }

    void news(Message.News news) {
        executor.of(news.subject()).execute(() -> {
            Replica replica = of(news.subject()).get(news.subject());
            if (replica != null) {
                if (news.state().isEmpty() || continues(replica, news)) {
                    advance(news, replica);
                } else {
                    replace(replica, news, news.state().get());
                }
            }
        });
    }

    /** A state that was requested twice does not replace the first one if the events continue it. */
    private static boolean continues(Replica replica, Message.News news) {
        return replica.number >= 0 && news.era() == replica.era && !news.events().isEmpty()
                && news.events().get(0).number() <= replica.number + 1;
    }

    private void replace(Replica replica, Message.News news, State state) {
        if (news.era() > replica.era || news.era() == replica.era && news.number() > replica.number) {
            replica.replace(news, state, history(news));
            List.copyOf(replica.listeners).forEach(replica::introduce);
        }
    }

    /** The events before the state, with the states around them. Empty if the first ones are no longer kept. */
    private List<Past> history(Message.News news) {
        List<Past> history = new ArrayList<>();
        State state = cellTypes.of(news.subject()).initial();
        if (!news.events().isEmpty() && news.events().get(0).number() == 1) {
            for (Recorded event : news.events()) {
                State next = cellTypes.of(news.subject()).evolve(state, event.event(), event.at());
                history.add(new Past(event, state, next));
                state = next;
            }
        }
        return history;
    }

    private void advance(Message.News news, Replica replica) {
        List<Past> steps = new ArrayList<>();
        for (Recorded event : news.events()) {
            if (replica.number < 0 || news.era() != replica.era || event.number() > replica.number + 1) {
                refollow(news.subject(), replica);
            } else if (event.number() == replica.number + 1) {
                State before = replica.state;
                replica.advance(new Past(event, before, cellTypes.of(news.subject()).evolve(before, event.event(), event.at())));
                steps.add(new Past(event, before, replica.state));
            }
        }
        if (!steps.isEmpty()) {
            List.copyOf(replica.listeners).forEach(l -> l.events(replica.era, List.copyOf(steps)));
        }
    }

    private Map<Subject, Replica> of(Subject subject) {
        return replicas.get(executor.indexOf(subject));
    }
}
