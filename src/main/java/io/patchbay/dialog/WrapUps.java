package io.patchbay.dialog;

import io.patchbay.dialog.DialogChange.Verb;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Presence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last dialogs of an agent in after-call work, which the state does not keep. Each stays until the agent completes it or its
 * after-call work ends. Not thread-safe.
 */
final class WrapUps {
    private final AgentId me;
    private final Map<InteractionId, Dialog> all = new LinkedHashMap<>();

    WrapUps(AgentId me) {
        this.me = me;
    }

    /** Whether the agent is in after-call work of the interaction, or will be when its agent hears that the call is over. */
    boolean isIn(Replicas now, InteractionId id) {
        boolean over = now.interaction(id).flatMap(interaction -> interaction.member(me))
                .filter(member -> member.is(Member.Phase.ENDED)).isPresent();
        return over && now.agent().work(id).filter(Agent.Work::wrapUp).flatMap(work -> now.agent().channel(work.channel())
                .filter(channel -> work.isLive() ? channel.pending().isEmpty() : isAfterCallWork(channel))).isPresent();
    }

    private static boolean isAfterCallWork(Channel channel) {
        return channel.presence().is(Presence.ChannelState.AFTER_CALL_WORK)
                || channel.resume().is(Presence.ChannelState.AFTER_CALL_WORK);
    }

    void keep(InteractionId id, List<DialogChange> told) {
        told.stream().map(DialogChange::dialog).filter(dialog -> dialog.state() == DialogState.WRAP_UP)
                .forEach(dialog -> all.put(id, dialog));
    }

    /** What the agent set during the work. */
    Optional<DialogChange> changed(InteractionId id, Replicas now, Dialogs dialogs) {
        return Optional.ofNullable(all.get(id)).flatMap(dialog -> now.interaction(id)
                .map(interaction -> dialog.with(dialog.media().with(interaction.data(), dialogs.wrapUpReason(interaction)))))
                .map(dialog -> {
                    all.put(id, dialog);
                    return new DialogChange(Verb.PUT, dialog);
                });
    }

    /** Forgets what is over. */
    List<DialogChange> ended(Replicas now, Instant at) {
        List<InteractionId> over = all.keySet().stream().filter(id -> !isIn(now, id)).toList();
        return over.stream().map(id -> gone(all.remove(id).left(DialogState.DROPPED, "", false, at))).toList();
    }

    private static DialogChange gone(Dialog last) {
        return new DialogChange(Verb.DELETE, last, Optional.empty(), last.parties(), false);
    }

    List<Dialog> present() {
        return List.copyOf(all.values());
    }
}
