package io.patchbay.dialect.harmony.request;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests of the session itself (harmony.md 2.1; BINDINGS Harmony, Groups). */
final class SessionRequests {
    private static final String ALL_QUEUES = "*";

    private SessionRequests() { }

    static Body logout(TargetedRequest order) {
        return new AgentCommand.EndSession(Cause.LOGOUT);
    }

    static Body addChannel(TargetedRequest order) {
        HarmonyData channel = order.data().object("channel");
        String endpoint = channel.text("endpoint");
        return switch (channel.text("type").toLowerCase(Locale.ROOT)) {
            case "telephony" ->
                new AgentCommand.AddChannel(Medium.VOICE, extension(order, channel, "endpoint", endpoint), order.entry().queues());
            case "chat" -> new AgentCommand.AddChannel(Medium.CHAT, endpoint, servedAt(order, channel, endpoint));
            case "email" -> new AgentCommand.AddChannel(Medium.EMAIL, endpoint, servedAt(order, channel, endpoint));
            default -> throw channel.wrong("type", "Telephony, Chat or Email");
        };
    }

    static Body removeChannel(TargetedRequest order) {
        HarmonyData data = order.data().object("channel");
        String id = data.text("id");
        Channel channel = order.replicas().agent().channels().stream().filter(c -> c.id().value().equals(id)).findFirst()
                .orElseThrow(() -> data.wrong("id", "the id of a channel of this session"));
        if (channel.group().isPresent()) {
            throw data.wrong("id", "the id of a channel that belongs to no group");
        }
        return new AgentCommand.RemoveChannel(channel.id());
    }

    static Body addChannelGroup(TargetedRequest order) {
        HarmonyData group = order.data().object("channelgroup");
        List<Medium> media = new ArrayList<>(List.of(Medium.VOICE));
        if (flag(order, group, "chat")) {
            media.add(Medium.CHAT);
        }
        if (flag(order, group, "email")) {
            media.add(Medium.EMAIL);
        }
        if (flag(order, group, "callback")) {
            media.add(Medium.CALLBACK);
        }
        String extension = extension(order, group, "name", group.text("name"));
        return new AgentCommand.AddChannelGroup(extension, List.copyOf(media), order.entry().queues());
    }

    static Body removeChannelGroup(TargetedRequest order) {
        HarmonyData data = order.data().object("channelgroup", "channel");
        String id = data.text("id");
        return order.replicas().agent().groups().stream().map(Agent.Group::id).filter(g -> g.value().equals(id)).findFirst()
                .map(AgentCommand.RemoveChannelGroup::new)
                .orElseThrow(() -> data.wrong("id", "the id of a channel group of this session"));
    }

    static Body connectLeg(TargetedRequest order) {
        return new AgentCommand.ConnectLeg(order.me());
    }

    static Body disconnectLeg(TargetedRequest order) {
        return new AgentCommand.DisconnectLeg(order.me());
    }

    /** The reference leaves open whether the flags stand beside the group's name or beside the group. */
    private static boolean flag(TargetedRequest order, HarmonyData group, String name) {
        return group.has(name) ? group.flag(name) : order.data().flag(name);
    }

    private static String extension(TargetedRequest order, HarmonyData data, String member, String named) {
        Optional<String> found = order.entry().extensions().stream().map(Address::value)
                .filter(extension -> named.isEmpty() || extension.equals(named)).findFirst();
        return found.orElseThrow(() -> data.wrong(member, "an extension of this agent, or empty for its first extension"));
    }

    /** One queue when the endpoint names it, else all: an address, and {@code *}, stand for none in particular. */
    private static List<QueueName> servedAt(TargetedRequest order, HarmonyData data, String endpoint) {
        Optional<QueueName> queue = order.directory().queue(endpoint).map(QueueEntry::name);
        if (queue.isPresent() && !order.entry().queues().contains(queue.get())) {
            throw data.wrong("endpoint", "a queue that this agent serves, or an address");
        }
        if (queue.isEmpty() && !endpoint.equals(ALL_QUEUES) && !isAddress(endpoint)) {
            throw data.wrong("endpoint", "a queue or an address");
        }
        return queue.map(List::of).orElse(order.entry().queues());
    }

    private static boolean isAddress(String text) {
        try {
            return new Address(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
