package io.patchbay.dialect.harmony.request;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.Medium;
import io.patchbay.model.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests of the session itself (harmony.md 2.1; BINDINGS Harmony, Groups). */
final class SessionRequests {
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
        return new DeviceCommand.ConnectLeg(order.me());
    }

    static Body disconnectLeg(TargetedRequest order) {
        return new DeviceCommand.DisconnectLeg(order.me());
    }

    /** The reference leaves open whether the flags stand beside the group's name or beside the group. */
    private static boolean flag(TargetedRequest order, HarmonyData group, String name) {
        return group.has(name) ? group.flag(name) : order.data().flag(name);
    }

    private static String extension(TargetedRequest order, HarmonyData data, String member, String named) {
        return order.names().extension(order.entry(), named).or(expected -> data.wrong(member, expected));
    }

    /** One queue when the endpoint names it, else all: an address, and {@code *}, stand for none in particular. */
    private static List<QueueName> servedAt(TargetedRequest order, HarmonyData data, String endpoint) {
        return order.names().endpoint(order.entry(), endpoint).or(expected -> data.wrong("endpoint", expected))
                .map(List::of).orElse(order.entry().queues());
    }
}
