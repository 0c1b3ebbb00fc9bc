package io.patchbay.rules.agent;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Device;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.Ids;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.InteractionData;
import io.patchbay.rules.Rules.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work that begins: a call the agent makes, a contact it is offered. Either takes a slot first (DESIGN 4.12). */
record Offers(Agent agent, Stamp stamp) {

    Decision<AgentEvent> makeCall(AgentCommand.MakeCall c) {
        Optional<Channel> found = agent.channel(c.channel());
        if (found.isEmpty()) {
            return AgentRefusals.noChannel(c.channel());
        }
        Channel channel = found.get();
        if (channel.medium() != Medium.VOICE) {
            return Decision.refuse(Reason.WRONG_STATE, "Channel " + channel.id() + " is not a voice channel. Dial on a voice channel.");
        }
        if (!channel.isActive()) {
            return Decision.refuse(Reason.NOT_AVAILABLE, "Channel " + channel.id() + " is not active. Activate it first.");
        }
        if (agent.call().isPresent()) {
            return Decision.refuse(Reason.BUSY, "The agent already has a call. Consult from this call, or end it first.");
        }
        Optional<String> unfit = InteractionData.unfit(Map.of(), c.data());
        if (unfit.isPresent()) {
            return Decision.refuse(Reason.INVALID_DATA, unfit.get());
        }
        InteractionId interaction = Ids.interaction(stamp.id());
        return Decision.accept(AgentChanges.begun(channel, Presence.BUSY, stamp.at(),
                new Work(interaction, channel.id(), Medium.VOICE, Work.Phase.ACTIVE, false),
                new OfferCommand.Originate(c.agent(), channel.id(), new Address(channel.endpoint()), c.to(), c.terms(), c.data())));
    }

    Decision<AgentEvent> reserve(AgentCommand.Reserve c) {
        Optional<Device> called = c.called().map(agent::device);
        Optional<Destination> elsewhere = called.flatMap(Device::forwarding);
        if (elsewhere.isPresent()) {
            return Decision.accept(new DeviceEvent.CallForwarded(c.interaction(), called.orElseThrow().extension(), elsewhere.get()));
        }
        if (called.filter(Device::doNotDisturb).isPresent()) {
            return Decision.refuse(Reason.NOT_AVAILABLE, "Do-not-disturb is on at extension " + called.orElseThrow().extension() + ".");
        }
        return offer(c);
    }

    private Decision<AgentEvent> offer(AgentCommand.Reserve c) {
        if (agent.isAbsent()) {
            return Decision.refuse(Reason.NOT_AVAILABLE, "No client of the agent is connected.");
        }
        List<Channel> candidates = agent.channels().stream().filter(ch -> suits(ch, c)).toList();
        if (candidates.isEmpty()) {
            return Decision.refuse(Reason.NOT_AVAILABLE, "The agent has no active channel for this medium.");
        }
        Optional<Channel> free = candidates.stream().filter(ch -> Slots.free(agent, ch)).findFirst();
        boolean has = agent.work(c.interaction()).filter(Work::isLive).isPresent();
        if (free.isEmpty() || has && c.queue().isEmpty()) {
            return Decision.refuse(Reason.BUSY, "The channel of the agent has no room for another contact.");
        }
        if (has) {
            QueuePlace offer = c.queue().orElseThrow();
            return Decision.accept(new AgentEvent.OfferDeclined(c.interaction(), c.medium(), offer.queue(), offer.place()));
        }
        Channel channel = free.get();
        boolean again = agent.work(c.interaction()).isPresent();
        return Decision.accept(AgentChanges.begun(channel, Presence.RESERVED, stamp.at(),
                new Work(c.interaction(), channel.id(), c.medium(), Work.Phase.RESERVED, c.wrapUp(), again),
                new OfferCommand.Alert(c.agent(), channel.id(), new Address(channel.endpoint()), c.queue())));
    }

    /** Whether the channel could take it, were its slot free. A queue's offer needs it ready; a direct one only open (CHOREOGRAPHY A11). */
    private boolean suits(Channel channel, AgentCommand.Reserve c) {
        boolean sought = c.queue().isPresent() || c.called().isPresent();
        return channel.isActive() && channel.medium().takes(c.medium()) && isCalled(channel, c)
                && !(sought && Slots.isUndisturbed(agent, channel)) && c.queue().map(q -> willing(channel, q.queue())).orElse(true);
    }

    /** A call to an extension is shown on the channel of that extension (CHOREOGRAPHY A11). */
    private static boolean isCalled(Channel channel, AgentCommand.Reserve c) {
        return c.called().map(extension -> extension.value().equals(channel.endpoint())).orElse(true);
    }

    private static boolean willing(Channel channel, QueueName queue) {
        return channel.queues().contains(queue)
                && (channel.presence().is(ChannelState.READY) || channel.presence().atWork());
    }
}
