package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Recorded;
import io.patchbay.model.SessionId;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.rules.agent.AgentRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica and what its listeners hear, whatever order the owner's answers come in. */
class ReplicaStoreTest {
    private static final Subject ANA = Subject.of(new AgentId("ana"));
    private static final Agent.Binding BINDING = new Agent.Binding(new SessionId("s"), "harmony", "n1", true);
    private final AgentRules rules = new AgentRules();
    private final KeyedExecutor executor = new KeyedExecutor("mirrors-test", 1);
    private final List<String> heard = new ArrayList<>();
    private final ReplicaStore replicas = new ReplicaStore(executor, CellTypes.ofTheGateway(), (subject, message) -> heard.add("ask"));
    private final List<Recorded> events = new ArrayList<>();

    @BeforeEach
    void follow() {
        event(new AgentEvent.SessionStarted(BINDING, Duration.ofMinutes(1), Optional.empty()));
        for (int i = 0; i < 3; i++) {
            event(new AgentEvent.BindingLost(BINDING.id()));
            event(new AgentEvent.BindingAdded(BINDING));
        }
        replicas.follow(ANA, new Heard());
    }

    @AfterEach
    void stop() {
        executor.close();
    }

    private void event(AgentEvent event) {
        events.add(new Recorded(events.size() + 1, Instant.EPOCH, new CommandId("c"), Optional.empty(), event));
    }

    /** The state after that event, and the kept events from another one to it. */
    private void answer(int from, int to) {
        Agent state = events.subList(0, to).stream().map(e -> (AgentEvent) e.event())
                .reduce(Agent.SIGNED_OUT, (before, event) -> rules.evolve(before, event, Instant.EPOCH), (a, b) -> b);
        replicas.news(new Message.News(ANA, 1, to, Optional.of(state), events.subList(from - 1, to)));
    }

    private List<String> heard() {
        CompletableFuture.runAsync(() -> { }, executor.of(ANA)).join();
        return heard;
    }

    @Test
    void a_second_answer_that_goes_on_from_the_first_is_its_events() {
        answer(1, 3);
        answer(2, 5);
        assertThat(heard()).containsExactly("ask", "state 3 after 3", "event 4", "event 5");
    }

    @Test
    void an_answer_behind_a_gap_is_a_state() {
        answer(1, 2);
        answer(5, 7);
        assertThat(heard()).containsExactly("ask", "state 2 after 2", "state 7 after 0");
    }

    @Test
    void an_answer_of_what_is_known_is_nothing() {
        answer(1, 5);
        answer(1, 4);
        assertThat(heard()).containsExactly("ask", "state 5 after 5");
    }

    @Test
    void a_state_without_its_events_is_heard_once() {
        replicas.news(new Message.News(ANA, 1, 5, Optional.of(Agent.SIGNED_OUT), List.of()));
        replicas.news(new Message.News(ANA, 1, 5, Optional.of(Agent.SIGNED_OUT), List.of()));
        replicas.news(new Message.News(ANA, 2, 5, Optional.of(Agent.SIGNED_OUT), List.of()));
        assertThat(heard()).as("again only from another era").containsExactly("ask", "state 5 after 0", "state 5 after 0");
    }

    /** Keeps the numbers, and how many events led to a state. */
    private final class Heard implements SubjectListener {
        @Override
        public void state(int era, long number, State state, List<Past> history) {
            heard.add("state " + number + " after " + history.size());
        }

        @Override
        public void event(int era, Recorded event, State before, State after) {
            heard.add("event " + event.number());
        }
    }
}
