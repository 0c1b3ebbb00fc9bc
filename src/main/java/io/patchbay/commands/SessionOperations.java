package io.patchbay.commands;

import static io.patchbay.commands.Parameter.CHANNEL;
import static io.patchbay.commands.Parameter.GROUP;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.reading.JsonType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operations on sessions, channels and their states. */
final class SessionOperations {
    private static final Parameter COMPLETES = Parameter.of("completes", JsonType.FLAG).optional();
    private static final Parameter EXTENSION = Parameter.text("extension").optional();
    private static final Parameter MEDIUM = Parameter.text("medium");
    private static final Parameter MEDIA = Parameter.of("media", JsonType.TEXTS);
    private static final Parameter ENDPOINT = Parameter.text("endpoint");
    private static final Parameter QUEUES = Parameter.of("queues", JsonType.TEXTS).optional();
    private static final Parameter CHANNELS = Parameter.of("channels", JsonType.TEXTS);
    private static final Parameter REASON = Parameter.text("reason").optional();
    private static final Parameter DESCRIPTION = Parameter.text("description").optional();

    static final List<Operation> ALL = List.of(
            Operation.of("startSession", AgentCommand.StartSession.class, SessionOperations::startSession).with(COMPLETES),
            Operation.of("endSession", AgentCommand.EndSession.class,
                    order -> new AgentCommand.EndSession(Cause.LOGOUT, logoutReason(order))).onBehalf().with(REASON),
            Operation.of("addChannel", AgentCommand.AddChannel.class, SessionOperations::addChannel)
                    .onBehalf().with(MEDIUM, ENDPOINT, QUEUES),
            Operation.of("removeChannel", AgentCommand.RemoveChannel.class, order -> new AgentCommand.RemoveChannel(order.channel()))
                    .at(CHANNEL).onBehalf(),
            Operation.of("addChannelGroup", AgentCommand.AddChannelGroup.class, SessionOperations::addChannelGroup)
                    .onBehalf().with(EXTENSION, MEDIA),
            Operation.of("removeChannelGroup", AgentCommand.RemoveChannelGroup.class,
                    order -> new AgentCommand.RemoveChannelGroup(order.group())).at(GROUP).onBehalf(),
            Operation.of("activateChannels", AgentCommand.ActivateChannels.class,
                    order -> new AgentCommand.ActivateChannels(serving(order), false)).onBehalf().with(CHANNELS, QUEUES),
            Operation.of("deactivateChannels", AgentCommand.DeactivateChannels.class, SessionOperations::deactivate)
                    .onBehalf().with(CHANNELS, QUEUES, REASON),
            Operation.of("setReady", AgentCommand.SetPresence.class, order -> presence(order, Presence.READY)).at(CHANNEL).onBehalf(),
            Operation.of("setNotReady", AgentCommand.SetPresence.class, order -> presence(order, notReady(order)))
                    .at(CHANNEL).onBehalf().with(REASON, DESCRIPTION),
            Operation.of("setAfterCallWork", AgentCommand.SetPresence.class, order -> presence(order, Presence.AFTER_CALL_WORK))
                    .at(CHANNEL).onBehalf());

    private SessionOperations() { }

    /** An agent has one binding through this door. A repeated start renews it and changes nothing else. */
    private static AgentCommand.StartSession startSession(CheckedCommand order) {
        SessionId binding = new SessionId(Ids.part(Ids.command(order.me().value(), CommandDoor.DIALECT), "session"));
        return new AgentCommand.StartSession(new Agent.Binding(binding, CommandDoor.DIALECT, order.border().gateway().member(),
                order.arguments().flag(COMPLETES)), order.border().grace(), order.border().gateway().offerLost(),
                AgentCommand.StartSession.Mode.OVERRIDE);
    }

    private static AgentCommand.AddChannel addChannel(CheckedCommand order) {
        Medium medium = medium(order, MEDIUM, order.arguments().text(MEDIUM));
        String endpoint = order.arguments().text(ENDPOINT);
        if (medium == Medium.VOICE) {
            return new AgentCommand.AddChannel(medium, extension(order, ENDPOINT, endpoint), order.queues(QUEUES));
        }
        return new AgentCommand.AddChannel(medium, endpoint, order.arguments().read(ENDPOINT, text -> order.names()
                .endpoint(order.agent(), text)).map(List::of).orElseGet(() -> order.queues(QUEUES)));
    }

    private static AgentCommand.AddChannelGroup addChannelGroup(CheckedCommand order) {
        List<Medium> media = order.arguments().texts(MEDIA).stream().map(word -> medium(order, MEDIA, word)).toList();
        String extension = extension(order, EXTENSION, order.arguments().textIfAny(EXTENSION).orElse(""));
        return new AgentCommand.AddChannelGroup(extension, media, order.agent().queues());
    }

    private static AgentCommand.DeactivateChannels deactivate(CheckedCommand order) {
        return new AgentCommand.DeactivateChannels(serving(order), false, logoutReason(order));
    }

    private static Optional<NotReadyReason> logoutReason(CheckedCommand order) {
        return order.arguments().textIfAny(REASON)
                .map(code -> order.names().logout(code).or(expected -> order.arguments().wrong(REASON, expected)));
    }

    private static AgentCommand.SetPresence presence(CheckedCommand order, Presence presence) {
        return new AgentCommand.SetPresence(order.channel(), presence, order.supervisor());
    }

    /** A description needs a reason. */
    private static Presence notReady(CheckedCommand order) {
        if (!order.arguments().has(REASON) && !order.arguments().has(DESCRIPTION)) {
            return Presence.NOT_READY;
        }
        String code = order.arguments().textIfAny(REASON).orElse("");
        return Presence.notReady(order.names().notReady(code, order.arguments().textIfAny(DESCRIPTION))
                .or(expected -> order.arguments().wrong(REASON, expected)));
    }

    /** Without a named queue, all allowed or served queues of each channel. */
    private static List<Serving> serving(CheckedCommand order) {
        List<QueueName> queues = order.arguments().has(QUEUES) ? order.queues(QUEUES) : List.of();
        return order.arguments().texts(CHANNELS).stream().map(id -> {
            try {
                return new Serving(new ChannelId(id), queues);
            } catch (IllegalArgumentException e) {
                throw order.arguments().wrong(CHANNELS, "the ids of channels");
            }
        }).toList();
    }

    private static String extension(CheckedCommand order, Parameter member, String named) {
        return order.names().extension(order.agent(), named).or(expected -> order.arguments().wrong(member, expected));
    }

    private static Medium medium(CheckedCommand order, Parameter member, String word) {
        return Arrays.stream(Medium.values()).filter(medium -> medium.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> order.arguments().wrong(member, "voice, chat, sms, email or callback"));
    }
}
