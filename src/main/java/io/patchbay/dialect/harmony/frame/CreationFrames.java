package io.patchbay.dialect.harmony.frame;

import io.patchbay.dialect.harmony.words.HarmonyTargets;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionId;
import io.patchbay.rules.agent.AgentActions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creation frames (BINDINGS, Harmony): all objects at the start of a session, or after a gap, as if they were new. */
public record CreationFrames(HarmonyFrames frames, Replicas now) {

    /** The session, then its groups, then the channels that stand alone. */
    public List<HarmonyFrame> agent() {
        Agent agent = now.agent();
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(HarmonyFrame.stateUpdated(frames.session().value(), AgentActions.ofSession(agent)));
        ChannelFrames channels = frames.frames(agent, agent);
        agent.groups().forEach(group -> all.addAll(channels.group(group)));
        agent.channels().stream().filter(channel -> channel.group().isEmpty())
                .forEach(channel -> all.addAll(channels.standalone(channel.id())));
        return all;
    }

    /** The interactions the agent has, each by its id. */
    public Map<InteractionId, List<HarmonyFrame>> interactions() {
        Map<InteractionId, List<HarmonyFrame>> all = new LinkedHashMap<>();
        now.interactions().forEach((id, interaction) ->
                interaction.member(frames.me()).ifPresent(member -> all.put(id, interaction(id, interaction, member))));
        return all;
    }

    HarmonyFrame initialized() {
        return HarmonyFrame.event(frames.session().value(), "session.initialized");
    }

    /** A preview only where it is offered; the focus only where it says something. */
    private List<HarmonyFrame> interaction(InteractionId id, Interaction interaction, Member member) {
        HarmonyTargets targets = new HarmonyTargets(frames.session(), now.agent());
        InteractionFrames one = frames.frames(targets, id, member.channel());
        InteractionBlocks blocks = new InteractionBlocks(frames.me(), one, interaction, interaction);
        List<CallId> calls = interaction.callsOf(frames.me()).stream().map(Call::id).toList();
        List<HarmonyFrame> all = new ArrayList<>(List.of(one.created(interaction), one.updated(interaction)));
        calls.forEach(call -> all.addAll(blocks.conversation(call)));
        all.add(one.dataChanged(interaction));
        if (member.is(Member.Phase.OFFERED)) {
            all.add(one.preview(interaction));
        }
        Optional<CallId> focus = calls.size() > 1 ? member.focus() : Optional.empty();
        if (focus.isPresent()) {
            all.add(one.focusChanged(focus));
        }
        all.add(one.initialized());
        return all;
    }
}
