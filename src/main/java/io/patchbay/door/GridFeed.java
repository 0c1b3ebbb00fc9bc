package io.patchbay.door;

import io.patchbay.concurrent.SerialExecutor;
import io.patchbay.grid.Grid;
import io.patchbay.grid.SubjectListener;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Recorded;
import io.patchbay.model.Recorded.Position;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Follows the cell of an agent, and each interaction from the event of the agent that names it until the agent no longer has it. An
 * event with a cause in another followed subject waits for the cause (CHOREOGRAPHY A8).
 */
final class GridFeed implements Feed {
    static final long NOW = Long.MAX_VALUE;
    private final Grid grid;
    private final Subject agent;
    private final Listener client;
    private final SerialExecutor executor;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Map<Subject, SubjectSubscription> followed = new LinkedHashMap<>();
    private final Set<CommandId> unanswered = new HashSet<>();
    private volatile Replicas replicas = Replicas.NONE;
    private long since;
    private Agent latest = Agent.SIGNED_OUT;
    private boolean stopped;

    /** @param since the number of the first event of the agent to deliver, or {@link #NOW} */
    GridFeed(Grid grid, AgentId agent, Listener client, Executor pool, long since) {
        this.since = since;
        this.grid = grid;
        this.agent = Subject.of(agent);
        this.client = client;
        this.executor = new SerialExecutor(pool);
        executor.execute(() -> follow(this.agent, Optional.empty(), since));
    }

    @Override
    public CompletionStage<Void> ready() {
        return ready;
    }

    @Override
    public Replicas now() {
        return replicas;
    }

    @Override
    public CompletionStage<Void> between(Consumer<Snapshot> action) {
        return CompletableFuture.runAsync(() -> action.accept(snapshot()), executor);
    }

    @Override
    public void expect(CommandId command) {
        executor.execute(() -> unanswered.add(command));
    }

    @Override
    public void answered(CommandId command) {
        executor.execute(() -> {
            unanswered.remove(command);
            tell();
        });
    }

    @Override
    public void stop() {
        executor.execute(() -> {
            stopped = true;
            followed.values().forEach(f -> grid.unfollow(f.subject, f.listener));
            followed.clear();
            ready.complete(null);
        });
    }

    private void follow(Subject subject, Optional<Position> named, long from) {
        if (!stopped && !followed.containsKey(subject)) {
            SubjectSubscription one = new SubjectSubscription(subject, new Inlet(subject), named, from);
            followed.put(subject, one);
            grid.follow(subject, one.listener);
        }
    }

    private void unfollow(Subject subject) {
        SubjectSubscription one = followed.remove(subject);
        if (one != null) {
            grid.unfollow(subject, one.listener);
            replicas = replicas.without(subject.interaction());
        }
    }

    private Snapshot snapshot() {
        Map<Subject, Position> positions = new HashMap<>();
        followed.values().stream().filter(SubjectSubscription::isKnown).forEach(f -> positions.put(f.subject, f.position()));
        return new Snapshot(replicas, positions);
    }

    private void arrived(SubjectSubscription one, int era, long number, State state, List<SubjectListener.Past> history) {
        boolean missed = one.arrived(era, number, state, history);
        if (one.subject.equals(agent)) {
            latest = (Agent) state;
        }
        if (isResuming() && isForgotten(one, number)) {
            beginAgain();
            return;
        }
        keep(one.subject, one.state());
        if (one.subject.equals(agent)) {
            recall(era, history);
            follow(replicas.agent(), Optional.empty(), isResuming() ? 0 : NOW);
        }
        if (missed) {
            client.onReset(snapshot());
        }
        tell();
        if (!ready.isDone() && followed.values().stream().allMatch(SubjectSubscription::isKnown)) {
            ready.complete(null);
            tell();
        }
    }

    private boolean isResuming() {
        return since != NOW && !ready.isDone();
    }

    /** Whether some of the events since then are no longer kept. */
    private boolean isForgotten(SubjectSubscription one, long number) {
        return one.subject.equals(agent) ? one.position().number() != since
                : number == 0 && latest.work(one.subject.interaction()).isEmpty();
    }

    private void beginAgain() {
        since = NOW;
        followed.values().forEach(f -> grid.unfollow(f.subject, f.listener));
        followed.clear();
        replicas = Replicas.NONE;
        client.onReset(snapshot());
        follow(agent, Optional.empty(), NOW);
    }

    /** Restores the earlier deliveries of the agent. Those of interactions follow. */
    private void recall(int era, List<SubjectListener.Past> history) {
        if (isResuming()) {
            history.stream().filter(past -> past.event().number() <= since).forEach(past -> client.onEvent(new Delivery(agent, era,
                    past.event(),
                    Replicas.NONE.with((Agent) past.before()), Replicas.NONE.with((Agent) past.after()))));
        }
    }

    /** Follows exactly the interactions on the list of the agent. */
    private void follow(Agent now, Optional<Position> named, long from) {
        Set<Subject> listed = new HashSet<>();
        now.work().forEach(w -> listed.add(Subject.of(w.interaction())));
        listed.forEach(subject -> follow(subject, named, from));
        followed.keySet().stream().filter(s -> !s.equals(agent) && !listed.contains(s)).toList().forEach(this::unfollow);
    }

    private void keep(Subject subject, State state) {
        replicas = state instanceof Agent a ? replicas.with(a)
                : replicas.with(subject.interaction(), ((Interaction) state).knownTo(agent.agent()));
    }

    private void tell() {
        boolean moved = ready.isDone() || isResuming();
        while (moved) {
            moved = false;
            for (SubjectSubscription one : List.copyOf(followed.values())) {
                while (!stopped && followed.get(one.subject) == one && mayTell(one)) {
                    tell(one);
                    moved = true;
                }
            }
        }
    }

    private boolean mayTell(SubjectSubscription one) {
        if (one.next() == null || unanswered.contains(one.next().event().correlation())) {
            return false;
        }
        Optional<Position> after = one.next().event().after();
        SubjectSubscription cause = after.map(p -> followed.get(p.subject())).orElse(null);
        return cause == null || cause == one || cause.hasTold(after.get());
    }

    private void tell(SubjectSubscription one) {
        Replicas before = replicas;
        SubjectListener.Past step = one.take();
        keep(one.subject, step.after());
        Recorded event = step.event();
        client.onEvent(new Delivery(one.subject, one.position().era(), event, before, replicas));
        if (one.subject.equals(agent)) {
            follow(replicas.agent(), Optional.of(one.position()), NOW);
        }
    }

    /** Brings the events of one subject into the order of the feed. */
    private final class Inlet implements SubjectListener {
        private final Subject subject;

        Inlet(Subject subject) {
            this.subject = subject;
        }

        @Override
        public void state(int era, long number, State state, List<Past> history) {
            mine(one -> arrived(one, era, number, state, history));
        }

        @Override
        public void event(int era, Recorded event, State before, State after) {
            events(era, List.of(new Past(event, before, after)));
        }

        /** In one go, so that {@link #between} never comes between the events of a command. */
        @Override
        public void events(int era, List<Past> steps) {
            mine(one -> {
                steps.forEach(one::happened);
                tell();
            });
        }

        private void mine(Consumer<SubjectSubscription> action) {
            executor.execute(() -> {
                SubjectSubscription one = followed.get(subject);
                if (one != null && one.listener == this) {
                    action.accept(one);
                }
            });
        }
    }
}
