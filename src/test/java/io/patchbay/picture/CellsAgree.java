package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueName;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When nothing is under way between them, all cells tell the same story. */
final class CellsAgree {
    private final Map<Subject, Seen> cells;

    CellsAgree(Map<Subject, Seen> cells) {
        this.cells = cells;
    }

    void check() {
        Map<String, String> worked = new HashMap<>();
        all(Agent.class).forEach((agent, state) -> state.work().forEach(w ->
                worked.put(agent.id() + " " + w.interaction(), w.channel() + " " + w.phase().name().replace("RESERVED", "OFFERED"))));
        Map<String, String> members = new HashMap<>();
        all(Interaction.class).forEach((interaction, state) -> state.members().forEach(m ->
                members.put(m.agent() + " " + interaction.id(), m.channel() + " " + m.phase())));
        assertThat(worked).as("what agents work on is what interactions say").isEqualTo(members);
        Map<String, String> offered = new HashMap<>();
        all(Queue.class).forEach((queue, state) -> {
            state.contacts().forEach(c -> offered.put(queue.id() + " " + c.interaction(),
                    c.offeredTo().map(AgentId::value).orElse("waits")));
            assertThat(idle(state)).as("who is idle for %s", queue).isEqualTo(ready(queue.queue()));
        });
        assertThat(offered).as("what queues hold is what interactions say").isEqualTo(queued());
    }

    private Map<String, String> queued() {
        Map<String, String> queued = new HashMap<>();
        all(Interaction.class).forEach((id, state) -> state.calls().stream().filter(call -> call.has(Connection.Role.QUEUE))
                .forEach(call -> queued.put(state.queueing().orElseThrow().queue() + " " + id.id(), alerted(call))));
        return queued;
    }

    private static String alerted(Call call) {
        List<String> agents = call.in(Connection.State.ALERTING).flatMap(leg -> leg.agent().stream()).map(AgentId::value).toList();
        return agents.isEmpty() ? "waits" : String.join(",", agents);
    }

    private static Set<AgentId> idle(Queue queue) {
        Set<AgentId> all = new HashSet<>();
        queue.idle().stream().filter(idle -> idle.medium() == Medium.VOICE).forEach(idle -> all.add(idle.agent()));
        return all;
    }

    private Set<AgentId> ready(QueueName queue) {
        Set<AgentId> all = new HashSet<>();
        all(Agent.class).forEach((id, agent) -> {
            if (agent.call().isEmpty() && agent.channels().stream().anyMatch(channel -> channel.medium() == Medium.VOICE
                    && channel.presence().is(ChannelState.READY) && channel.queues().contains(queue))) {
                all.add(id.agent());
            }
        });
        return all;
    }

    private <S extends State> Map<Subject, S> all(Class<S> kind) {
        Map<Subject, S> found = new HashMap<>();
        cells.forEach((subject, seen) -> {
            if (kind.isInstance(seen.state())) {
                found.put(subject, kind.cast(seen.state()));
            }
        });
        return found;
    }
}
