package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Channel;
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
            for (Medium medium : List.of(Medium.VOICE, Medium.CHAT)) {
                assertThat(idle(state, medium)).as("who is idle for %s of %s", medium, queue).isEqualTo(ready(queue.queue(), medium));
            }
        });
        assertThat(offered).as("what queues hold is what interactions say").isEqualTo(queued());
    }

    private Map<String, String> queued() {
        Map<String, String> queued = new HashMap<>();
        all(Interaction.class).forEach((id, state) -> state.calls().stream().filter(call -> call.isQueued())
                .forEach(call -> queued.put(state.queueing().orElseThrow().queue() + " " + id.id(), alerted(call))));
        all(Interaction.class).forEach((id, state) -> state.asking().or(() -> state.queue().filter(queue -> waits(state)))
                .filter(queue -> state.medium() != Medium.VOICE)
                .ifPresent(queue -> queued.put(queue.queue() + " " + id.id(), offered(state))));
        return queued;
    }

    /** A customer whom nobody serves, and nobody was asked to by name. */
    private static boolean waits(Interaction state) {
        return state.isLive() && state.messaging().customer().isPresent()
                && state.members().stream().noneMatch(member -> member.is(Interaction.Member.Phase.ACTIVE))
                && state.messaging().invitations().stream().allMatch(asked -> asked.queue().isPresent() && asked.by().isEmpty());
    }

    private static String offered(Interaction state) {
        return state.messaging().invitations().stream().filter(asked -> asked.offered() && asked.queue().isPresent())
                .flatMap(asked -> asked.agent().stream()).map(AgentId::value).findFirst().orElse("waits");
    }

    private static String alerted(Call call) {
        List<String> agents = call.in(Connection.State.ALERTING).flatMap(leg -> leg.agent().stream()).map(AgentId::value).toList();
        return agents.isEmpty() ? "waits" : String.join(",", agents);
    }

    private static Set<AgentId> idle(Queue queue, Medium medium) {
        Set<AgentId> all = new HashSet<>();
        queue.idle().stream().filter(idle -> idle.medium() == medium).forEach(idle -> all.add(idle.agent()));
        return all;
    }

    private Set<AgentId> ready(QueueName queue, Medium medium) {
        Set<AgentId> all = new HashSet<>();
        all(Agent.class).forEach((id, agent) -> {
            if (agent.channels().stream().anyMatch(channel -> channel.medium() == medium && channel.queues().contains(queue)
                    && channel.presence().is(ChannelState.READY) && hasRoom(agent, channel))) {
                all.add(id.agent());
            }
        });
        return all;
    }

    /** For one call, on whichever channel, or three contacts on this one (CHOREOGRAPHY A9). */
    private static boolean hasRoom(Agent agent, Channel channel) {
        return channel.medium() == Medium.VOICE ? agent.call().isEmpty() : agent.liveOn(channel.id()).size() < 3;
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
