package io.patchbay.picture;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Interaction.Recording;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The capabilities of CHOREOGRAPHY B7 and of harmony.md 3.2 where B7 does not replace it, once more: what an agent should be shown to be
 * able to do. Written from the tables, not from the rules.
 */
final class Enabled {
    private Enabled() { }

    static Set<String> onChannel(Agent agent, Channel channel) {
        if (!channel.isActive()) {
            return Set.of("channel.activate");
        }
        Set<String> all = new TreeSet<>(Set.of("channel.notready"));
        add(all, !channel.presence().is(ChannelState.READY), "channel.ready");
        add(all, agent.liveOn(channel.id()).isEmpty(), "channel.deactivate");
        add(all, channel.medium() == Medium.VOICE && agent.call().isEmpty(), "channel.dial");
        return all;
    }

    static Set<String> onInteraction(Interaction interaction, Member member) {
        Set<String> all = new TreeSet<>(switch (member.phase()) {
            case OFFERED -> Set.of("interaction.accept", "interaction.reject");
            case ENDED -> Set.of("interaction.setdisposition", "interaction.complete");
            case ACTIVE -> onStarted(interaction, member.agent());
        });
        all.add("interaction.setinteractiondata");
        return all;
    }

    private static Set<String> onStarted(Interaction interaction, AgentId me) {
        if (interaction.medium() != Medium.VOICE) {
            return Set.of("interaction.setdisposition", "interaction.complete");
        }
        List<Call> calls = interaction.callsOf(me);
        Set<String> all = new TreeSet<>();
        if (calls.stream().noneMatch(call -> leg(call, me).isAnswered())) {
            return all;
        }
        all.add("interaction.setdisposition");
        Recording recording = interaction.recording();
        add(all, recording == Recording.STOPPED, "interaction.recording.start");
        add(all, recording != Recording.STOPPED, "interaction.recording.stop");
        add(all, recording == Recording.RUNNING, "interaction.recording.pause");
        add(all, recording == Recording.PAUSED, "interaction.recording.resume");
        add(all, calls.size() == 1 && calls.get(0).purpose() == Call.Purpose.PRIMARY, "interaction.consult");
        boolean pair = calls.stream().anyMatch(call -> leg(call, me).is(State.HELD))
                && calls.stream().anyMatch(call -> leg(call, me).is(State.CONNECTED));
        add(all, pair, "interaction.alternate");
        boolean whole = pair && calls.stream().noneMatch(call -> call.isQueued());
        add(all, whole, "interaction.consulttransfer");
        add(all, whole, "interaction.consultconference");
        return all;
    }

    static Set<String> onConversation(Interaction interaction, Call call, AgentId me) {
        Connection leg = leg(call, me);
        Set<String> all = new TreeSet<>(Set.of("conversation.release"));
        add(all, leg.is(State.ALERTING), "conversation.answer");
        boolean other = interaction.callsOf(me).stream().filter(k -> !k.id().equals(call.id())).map(k -> leg(k, me))
                .anyMatch(l -> l.is(State.CONNECTED) || l.is(State.INITIATED));
        add(all, leg.is(State.HELD) && !other, "conversation.retrieve");
        if (leg.is(State.CONNECTED)) {
            all.addAll(Set.of("conversation.hold", "conversation.senddtmf", leg.muted() ? "conversation.unmute" : "conversation.mute"));
            boolean company = !call.isQueued()
                    && call.connections().stream().anyMatch(l -> l.isAnswered() && !l.isOf(me));
            add(all, company, "conversation.blindtransfer");
            add(all, company, "conversation.blindconference");
        }
        return all;
    }

    static Connection leg(Call call, AgentId me) {
        return call.of(me).orElseThrow();
    }

    private static void add(Set<String> all, boolean can, String name) {
        if (can) {
            all.add(name);
        }
    }
}
