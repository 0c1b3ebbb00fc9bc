package io.patchbay.picture;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.picture.PictureObject.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one agent's client should know of what the cells hold, by full target: the same shape as {@link HarmonyPicture}. */
final class GridPicture {
    private final Map<String, PictureObject> things = new TreeMap<>();
    private final AgentId me;
    private final String session;

    private GridPicture(AgentId me, String session) {
        this.me = me;
        this.session = session;
    }

    static SortedMap<String, String> of(Map<Subject, Seen> cells, AgentId me, String session) {
        GridPicture picture = new GridPicture(me, session);
        Agent agent = (Agent) cells.get(Subject.of(me)).state();
        picture.session(agent);
        cells.forEach((subject, seen) -> {
            if (seen.state() instanceof Interaction interaction) {
                interaction.member(me).ifPresent(member -> picture.interaction(agent, subject.interaction(), interaction, member));
            }
        });
        SortedMap<String, String> all = new TreeMap<>();
        picture.things.forEach((target, thing) -> all.put(target, thing.toString()));
        return all;
    }

    private void session(Agent agent) {
        thing(session, Kind.SESSION).enabled.add("session.logout");
        agent.groups().forEach(group -> thing(session + "." + group.id(), Kind.CHANNELGROUP).fact("name", group.name()));
        agent.channels().forEach(channel -> channel(agent, channel));
    }

    private void channel(Agent agent, Channel channel) {
        PictureObject thing = thing(path(channel), Kind.CHANNEL).fact("type", type(channel.medium())).fact("endpoint", channel.endpoint())
                .fact("state", channel.isActive() ? "ACTIVE" : "INACTIVE");
        thing.enabled.addAll(Enabled.onChannel(agent, channel));
        boolean active = channel.isActive();
        thing.fact("agentstate", word(channel.presence())).fact("pendingstate", channel.pending().map(GridPicture::word).orElse(""));
        thing.fact("reasoncode", channel.presence().reason().filter(r -> active).map(Presence.NotReadyReason::code).orElse(""));
        thing.fact("reasondesc", channel.presence().reason().filter(r -> active).map(Presence.NotReadyReason::description).orElse(""));
        thing.fact("queue", active ? channel.queues().stream().map(QueueName::value).collect(Collectors.joining(",")) : "");
    }

    private void interaction(Agent agent, InteractionId id, Interaction interaction, Member member) {
        String channel = agent.channel(member.channel()).map(this::path).orElse(session + ".?" + member.channel());
        String target = channel + "." + id;
        PictureObject thing = thing(target, Kind.INTERACTION).fact("type", type(interaction.medium()))
                .fact("direction", interaction.direction().name()).fact("data", new TreeMap<>(interaction.data()).toString())
                .fact("ended", Boolean.toString(member.is(Member.Phase.ENDED)))
                .fact("focus", member.focus().map(CallId::value).orElse(""));
        thing.enabled.addAll(Enabled.onInteraction(interaction, member));
        interaction.callsOf(me).stream().filter(call -> isTold(call, Enabled.leg(call, me)))
                .forEach(call -> conversation(target, interaction, call));
    }

    /** Of a call into which an agent is called it learns when it alerts. */
    private static boolean isTold(Call call, Connection own) {
        return !own.is(State.INITIATED) || call.isDialling(own);
    }

    private void conversation(String parent, Interaction interaction, Call call) {
        PictureObject thing = thing(parent + "." + call.id(), Kind.CONVERSATION)
                .fact("role", call.purpose() == Call.Purpose.CONSULT ? "consult" : "primary");
        thing.enabled.addAll(Enabled.onConversation(interaction, call, me));
        call.connections().stream().filter(leg -> !leg.isOf(me)).filter(leg -> !isBehindQueue(call, leg))
                .forEach(leg -> thing.members.put(leg.id().value(), leg.address() + " " + leg.role().name().toLowerCase(Locale.ROOT)));
    }

    /** While a queue looks for somebody, whom it alerts sees the caller and not the queue, all others see the queue alone (B3). */
    private boolean isBehindQueue(Call call, Connection leg) {
        boolean alerted = Enabled.leg(call, me).is(State.ALERTING);
        return call.isQueued() && (alerted && leg.role() == Role.QUEUE || leg.role() == Role.AGENT && leg.is(State.ALERTING));
    }

    private PictureObject thing(String target, Kind kind) {
        return things.computeIfAbsent(target, t -> new PictureObject(kind));
    }

    private String path(Channel channel) {
        return session + channel.group().map(group -> "." + group).orElse("") + "." + channel.id();
    }

    private static String type(Medium medium) {
        return switch (medium) {
            case VOICE -> "Telephony";
            case CHAT -> "Chat";
            case SMS -> "Sms";
            case EMAIL -> "Email";
            case CALLBACK -> "Callback";
        };
    }

    private static String word(Presence presence) {
        return switch (presence.state()) {
            case INACTIVE -> "";
            case NOT_READY -> "NOTREADY";
            case READY -> "READY";
            case RESERVED -> "RESERVED";
            case BUSY -> "BUSY";
            case AFTER_CALL_WORK -> "ACW";
        };
    }
}
