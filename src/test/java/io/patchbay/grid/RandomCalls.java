package io.patchbay.grid;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Interaction;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Customers who call and hang up, and agents who sign in, get ready, answer, release and leave, by chance, the same for the same seed. */
final class RandomCalls {
    private final Grid grid;
    private final Driver driver;
    private final List<AgentId> agents;
    private final List<QueueName> queues;
    private final Random random;
    private final List<Driver.Arrived> calls = new CopyOnWriteArrayList<>();

    RandomCalls(Grid grid, List<AgentId> agents, List<QueueName> queues, long seed) {
        this.grid = grid;
        this.driver = new Driver(grid);
        this.agents = agents;
        this.queues = queues;
        this.random = new Random(seed);
    }

    /** All calls that have arrived so far. */
    List<Driver.Arrived> calls() {
        return calls;
    }

    /** Does so many things one after the other. What is not possible at the moment is refused. */
    void run(int actions) {
        for (int n = 0; n < actions; n++) {
            int choice = random.nextInt(12);
            AgentId agent = one(agents);
            if (choice < 3) {
                calls.add(driver.arrives(one(queues)));
            } else if (choice < 4 && !calls.isEmpty()) {
                Driver.Arrived call = one(calls);
                ask(call.subject(), new FarEndActs(call.call(), new Address("+15551234"), FarEndActs.Action.HANG_UP));
            } else if (choice < 5) {
                session(agent);
            } else if (choice < 7) {
                signedIn(agent).ifPresent(state -> ask(Subject.of(agent), new AgentCommand.SetPresence(state.channels().get(0).id(),
                        random.nextInt(4) > 0 ? Presence.READY : Presence.NOT_READY)));
            } else {
                signedIn(agent).flatMap(state -> state.work().stream().findFirst()).ifPresent(work -> work(agent, work));
            }
        }
    }

    private void session(AgentId agent) {
        if (signedIn(agent).isEmpty()) {
            driver.signIn(agent, "50" + agents.indexOf(agent), queues.get(agents.indexOf(agent) % queues.size()));
        } else if (random.nextInt(3) == 0) {
            ask(Subject.of(agent), new AgentCommand.EndSession(Cause.LOGOUT));
        }
    }

    private void work(AgentId agent, Agent.Work work) {
        Subject subject = Subject.of(work.interaction());
        Optional<Interaction> interaction = state(subject).map(Interaction.class::cast);
        if (work.phase() == Agent.Work.Phase.ENDED) {
            ask(subject, new DataCommand.Complete(agent));
        } else {
            interaction.flatMap(state -> state.calls().stream().findFirst()).ifPresent(call -> ask(subject,
                    work.phase() == Agent.Work.Phase.RESERVED && random.nextInt(4) > 0 ? new VoiceCommand.Answer(agent, call.id())
                            : new VoiceCommand.ClearConnection(agent, call.id())));
        }
    }

    private Optional<Agent> signedIn(AgentId agent) {
        return state(Subject.of(agent)).map(Agent.class::cast).filter(state -> !state.channels().isEmpty());
    }

    private Optional<State> state(Subject subject) {
        return Optional.ofNullable(grid.cell(subject)).map(Cell::state);
    }

    private void ask(Subject subject, Body body) {
        driver.send(Driver.fresh(), subject, body, "").join();
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
