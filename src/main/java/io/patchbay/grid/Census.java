package io.patchbay.grid;

import io.patchbay.model.Agent;
import io.patchbay.model.Channel;
import io.patchbay.model.Interaction;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueName;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The agents, interactions and queues of one member at one time. A cell has one owner, so the sum over all members is the whole cluster.
 *
 * @param agents signed-in agents, each once, by the state of the channel that claims the agent most
 * @param interactions live ones
 * @param arrivals the arrival of each contact that nobody has taken, the first one first
 */
public record Census(Map<ChannelState, Integer> agents, Map<Medium, Integer> interactions, Map<QueueName, List<Instant>> arrivals) {
    private static final List<ChannelState> CLAIMS = List.of(ChannelState.BUSY, ChannelState.RESERVED, ChannelState.AFTER_CALL_WORK,
            ChannelState.READY, ChannelState.NOT_READY, ChannelState.INACTIVE);

    static Census of(Map<Subject, State> cells) {
        Map<ChannelState, Integer> agents = new EnumMap<>(ChannelState.class);
        Map<Medium, Integer> interactions = new EnumMap<>(Medium.class);
        Map<QueueName, List<Instant>> arrivals = new HashMap<>();
        cells.forEach((subject, state) -> {
            if (state instanceof Agent agent && agent.isSignedIn()) {
                agents.merge(claim(agent.channels()), 1, Integer::sum);
            } else if (state instanceof Interaction interaction && interaction.isLive()) {
                interactions.merge(interaction.medium(), 1, Integer::sum);
            } else if (state instanceof Queue queue && !queue.contacts().isEmpty()) {
                List<Instant> sorted = new ArrayList<>(queue.contacts().stream().map(Queue.Contact::arrivedAt).toList());
                sorted.sort(Comparator.naturalOrder());
                arrivals.put(subject.queue(), List.copyOf(sorted));
            }
        });
        return new Census(Map.copyOf(agents), Map.copyOf(interactions), Map.copyOf(arrivals));
    }

    private static ChannelState claim(Collection<Channel> channels) {
        return channels.stream().map(channel -> channel.presence().state()).min(Comparator.comparing(CLAIMS::indexOf))
                .orElse(ChannelState.INACTIVE);
    }

    /** The number of signed-in agents. */
    public int sessions() {
        return agents.values().stream().mapToInt(Integer::intValue).sum();
    }
}
