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
 * The subjects that doors of this member follow: one replica each, advanced by evolve, shared by all who listen. What is missing is asked
 * of the owner again; asking again costs nothing where nothing is missing.
 */
final class ReplicaStore {
    private final KeyedExecutor lanes;
    private final CellTypes machines;
    private final BiConsumer<Subject, Message> ask;
    private final List<Map<Subject, Mirror>> mirrors = new ArrayList<>();

    /** A replica. */
    private static final class Mirror {
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

    /** @param ask sends a message to the subject's owner */
    ReplicaStore(KeyedExecutor lanes, CellTypes machines, BiConsumer<Subject, Message> ask) {
        this.lanes = lanes;
        this.machines = machines;
        this.ask = ask;
        for (int i = 0; i < lanes.count(); i++) {
            mirrors.add(new HashMap<>());
        }
    }

    void follow(Subject subject, SubjectListener listener) {
        lanes.of(subject).execute(() -> {
            Mirror mirror = of(subject).computeIfAbsent(subject, s -> new Mirror());
            mirror.listeners.add(listener);
            if (mirror.number >= 0) {
                mirror.introduce(listener);
            } else {
                refollow(subject, mirror);
            }
        });
    }

    void unfollow(Subject subject, SubjectListener listener) {
        lanes.of(subject).execute(() -> {
            Mirror mirror = of(subject).get(subject);
            if (mirror != null && mirror.listeners.remove(listener) && mirror.listeners.isEmpty()) {
                of(subject).remove(subject);
                ask.accept(subject, new Message.Unfollow(subject));
            }
        });
    }

    /** Asks every owner for what may have been lost on the way. */
    void refollow() {
        lanes.each(lane -> mirrors.get(lane).forEach(this::refollow));
    }

    private void refollow(Subject subject, Mirror mirror) {
        ask.accept(subject, new Message.Follow(subject, mirror.era, mirror.number));
    }

    void news(Message.News news) {
        lanes.of(news.subject()).execute(() -> {
            Mirror mirror = of(news.subject()).get(news.subject());
            if (mirror != null) {
                if (news.state().isEmpty() || continues(mirror, news)) {
                    news.events().forEach(event -> advance(news, mirror, event));
                } else {
                    replace(mirror, news, news.state().get());
                }
            }
        });
    }

    /** A state that was asked for twice need not take the place of what the first answer, and what followed it, came to. */
    private static boolean continues(Mirror mirror, Message.News news) {
        return mirror.number >= 0 && news.era() == mirror.era && !news.events().isEmpty()
                && news.events().get(0).number() <= mirror.number + 1;
    }

    private void replace(Mirror mirror, Message.News news, State state) {
        if (news.era() > mirror.era || news.era() == mirror.era && news.number() > mirror.number) {
            mirror.replace(news, state, history(news));
            List.copyOf(mirror.listeners).forEach(mirror::introduce);
        }
    }

    /** The events before the state, with the states around them; none where the first ones are no longer kept. */
    private List<Past> history(Message.News news) {
        List<Past> history = new ArrayList<>();
        State state = machines.of(news.subject()).initial();
        if (!news.events().isEmpty() && news.events().get(0).number() == 1) {
            for (Recorded event : news.events()) {
                State next = machines.of(news.subject()).evolve(state, event.event());
                history.add(new Past(event, state, next));
                state = next;
            }
        }
        return history;
    }

    private void advance(Message.News news, Mirror mirror, Recorded event) {
        if (mirror.number < 0 || news.era() != mirror.era || event.number() > mirror.number + 1) {
            refollow(news.subject(), mirror);
        } else if (event.number() == mirror.number + 1) {
            State before = mirror.state;
            mirror.advance(new Past(event, before, machines.of(news.subject()).evolve(before, event.event())));
            List.copyOf(mirror.listeners).forEach(l -> l.event(mirror.era, event, before, mirror.state));
        }
    }

    private Map<Subject, Mirror> of(Subject subject) {
        return mirrors.get(lanes.indexOf(subject));
    }
}
