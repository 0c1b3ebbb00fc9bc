package io.patchbay.door;

import io.patchbay.concurrent.SerialExecutor;
import io.patchbay.grid.Grid;
import io.patchbay.grid.SubjectListener;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows the cell of each agent in the grid of this member. */
public final class GridPresenceWatch implements PresenceWatch {
    private static final long TOGETHER_MILLIS = 50;

    private final Grid grid;
    private final Executor pool;

    /** @param pool runs the listeners */
    public GridPresenceWatch(Grid grid, Executor pool) {
        this.grid = grid;
        this.pool = pool;
    }

    @Override
    public Watch watch(Collection<AgentId> agents, Consumer<Map<AgentId, Agent>> listener) {
        Round round = new Round(Set.copyOf(agents), listener);
        round.start();
        return round;
    }

    /** Everything except start and stop runs one at a time. */
    private final class Round implements Watch {
        private final SerialExecutor executor = new SerialExecutor(pool);
        private final Map<AgentId, Agent> known = new HashMap<>();
        private final Map<Subject, SubjectListener> listeners = new HashMap<>();
        private final Set<AgentId> agents;
        private final Consumer<Map<AgentId, Agent>> client;
        private boolean told;
        private boolean waiting;
        private boolean stopped;

        Round(Set<AgentId> agents, Consumer<Map<AgentId, Agent>> client) {
            this.agents = new LinkedHashSet<>(agents);
            this.client = client;
        }

        void start() {
            executor.execute(() -> {
                for (AgentId agent : agents) {
                    SubjectListener listener = new One(agent);
                    listeners.put(Subject.of(agent), listener);
                    grid.follow(Subject.of(agent), listener);
                }
            });
        }

        @Override
        public void stop() {
            executor.execute(() -> {
                stopped = true;
                listeners.forEach(grid::unfollow);
                listeners.clear();
            });
        }

        private void changed(AgentId agent, Agent now) {
            known.put(agent, now);
            if (known.size() < agents.size()) {
                return;
            }
            if (!told) {
                tell();
            } else if (!waiting) {
                waiting = true;
                CompletableFuture.delayedExecutor(TOGETHER_MILLIS, TimeUnit.MILLISECONDS, executor).execute(this::tell);
            }
        }

        private void tell() {
            told = true;
            waiting = false;
            if (!stopped) {
                client.accept(Map.copyOf(known));
            }
        }

        private final class One implements SubjectListener {
            private final AgentId agent;

            One(AgentId agent) {
                this.agent = agent;
            }

            @Override
            public void state(int era, long number, State state, List<Past> history) {
                executor.execute(() -> changed(agent, (Agent) state));
            }

            @Override
            public void event(int era, Recorded event, State before, State after) {
                executor.execute(() -> changed(agent, (Agent) after));
            }
        }
    }
}
