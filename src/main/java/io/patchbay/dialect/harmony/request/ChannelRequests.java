package io.patchbay.dialect.harmony.request;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Body;
import io.patchbay.model.Channel;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.reading.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests of channel groups and channels but dialling (harmony.md 2.2, 2.3; BINDINGS Harmony, channeloptions). */
final class ChannelRequests {
    private static final String[] OPTIONS = {"channeloptions", "channelOptions"};
    private static final String AFTER_CALL_WORK = "acw";

    private ChannelRequests() { }

    static Body activateAll(TargetedRequest order) {
        List<Channel> members = members(order);
        List<HarmonyData> options = order.data().objects(OPTIONS);
        for (HarmonyData option : options) {
            if (members.stream().noneMatch(c -> c.id().value().equals(option.text("id")))) {
                throw option.wrong("id", "the id of a channel of this group");
            }
        }
        List<Serving> all = new ArrayList<>();
        for (Channel channel : members) {
            all.add(options.stream().filter(option -> option.text("id").equals(channel.id().value())).findFirst()
                    .map(option -> serving(order, channel, option)).orElse(new Serving(channel.id(), List.of())));
        }
        return new AgentCommand.ActivateChannels(List.copyOf(all), true);
    }

    static Body deactivateAll(TargetedRequest order) {
        List<Serving> all = members(order).stream().map(c -> new Serving(c.id(), List.of())).toList();
        return new AgentCommand.DeactivateChannels(all, true, Optional.empty());
    }

    static Body activate(TargetedRequest order) {
        Serving serving = serving(order, order.channel(), order.data().objectOrEmpty(OPTIONS));
        return new AgentCommand.ActivateChannels(List.of(serving), false);
    }

    static Body deactivate(TargetedRequest order) {
        HarmonyData options = order.data().objectOrEmpty(OPTIONS);
        Optional<NotReadyReason> reason = options.codeIfAny("reason")
                .map(code -> order.names().logout(code).or(expected -> options.wrong("reason", expected)));
        return new AgentCommand.DeactivateChannels(List.of(serving(order, order.channel(), options)), false, reason);
    }

    static Body ready(TargetedRequest order) {
        return new AgentCommand.SetPresence(order.channel().id(), Presence.READY);
    }

    static Body notReady(TargetedRequest order) {
        String code = order.data().text("reasoncode");
        Optional<String> description = order.data().textIfAny("reasondesc").filter(text -> !text.isEmpty());
        return new AgentCommand.SetPresence(order.channel().id(), code.equals(AFTER_CALL_WORK)
                ? new Presence(Presence.ChannelState.AFTER_CALL_WORK, Optional.empty())
                : Presence.notReady(order.names().notReady(code, description)
                        .or(expected -> order.data().wrong("reasoncode", "acw or " + expected))));
    }

    private static List<Channel> members(TargetedRequest order) {
        return order.replicas().agent().channelsOf(order.target().group().orElseThrow().id());
    }

    /** No queue named means all the channel may serve. */
    private static Serving serving(TargetedRequest order, Channel channel, HarmonyData options) {
        List<String> named = options.texts("queue");
        return new Serving(channel.id(), named.contains(Names.ALL) ? List.of() : order.names().queues(named, channel.allowed())
                .or(expected -> options.wrong("queue", "queues that this channel may serve, separated by commas, or *")));
    }
}
