package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Beginning and ending to serve queues, channel by channel in the order of the command. The first channel that cannot do it ends the
 * command. The channels before it stay as they are by then (harmony.md 2.2).
 */
record Services(Agent agent, Stamp stamp) {

    Decision<AgentEvent> activate(AgentCommand.ActivateChannels c) {
        return each(c.channels(), serving -> {
            Channel channel = agent.channel(serving.channel()).orElseThrow();
            if (channel.isActive()) {
                return c.tolerant() ? Decision.accept()
                        : Decision.refuse(Reason.WRONG_STATE, "Channel " + channel.id() + " is already active.");
            }
            if (!channel.allowed().containsAll(serving.queues())) {
                return Decision.refuse(Reason.INVALID_DATA, "Channel " + channel.id() + " may serve these queues only: "
                        + AgentRefusals.named(channel.allowed()) + ".");
            }
            List<QueueName> queues = serving.queues().isEmpty() ? channel.allowed() : serving.queues().stream().distinct().toList();
            return Decision.accept(AgentChanges.wished(channel, Presence.NOT_READY, queues, stamp.at()));
        });
    }

    Decision<AgentEvent> deactivate(AgentCommand.DeactivateChannels c) {
        Presence inactive = new Presence(Presence.ChannelState.INACTIVE, c.reason());
        return each(c.channels(), serving -> {
            Channel channel = agent.channel(serving.channel()).orElseThrow();
            if (!channel.isActive()) {
                return c.tolerant() ? Decision.accept() : AgentRefusals.inactive(channel.id());
            }
            if (!agent.liveOn(channel.id()).isEmpty()) {
                return AgentRefusals.atWork(channel.id());
            }
            if (!channel.queues().containsAll(serving.queues())) {
                return Decision.refuse(Reason.INVALID_DATA, "Channel " + channel.id() + " serves these queues only: "
                        + AgentRefusals.named(channel.queues()) + ".");
            }
            List<QueueName> left = channel.queues().stream().filter(q -> !serving.queues().contains(q)).toList();
            return serving.queues().isEmpty() || left.isEmpty()
                    ? Decision.accept(AgentChanges.wished(channel, inactive, List.of(), stamp.at()))
                    : Decision.accept(new AgentEvent.QueuesChanged(channel.id(), channel.queues(), left));
        });
    }

    private Decision<AgentEvent> each(List<Serving> channels, Function<Serving, Decision<AgentEvent>> one) {
        if (new HashSet<>(channels.stream().map(Serving::channel).toList()).size() < channels.size()) {
            return Decision.refuse(Reason.INVALID_DATA, "Name each channel once.");
        }
        for (Serving serving : channels) {
            if (agent.channel(serving.channel()).isEmpty()) {
                return AgentRefusals.noChannel(serving.channel());
            }
        }
        List<AgentEvent> events = new ArrayList<>();
        for (Serving serving : channels) {
            Decision<AgentEvent> decision = one.apply(serving);
            if (!decision.outcome().isAccepted()) {
                return decision.after(events);
            }
            events.addAll(decision.events());
        }
        return Decision.all(events);
    }
}
