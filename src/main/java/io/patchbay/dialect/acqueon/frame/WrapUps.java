package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialect.acqueon.frame.DialogChange.Verb;
import io.patchbay.dialect.acqueon.words.DialogState;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Channel;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last dialogs of an agent in after-call work, which the state does not keep. Each stays until the agent completes it or its
 * after-call work ends. Thread-safe.
 */
final class WrapUps {
    private final AgentId me;
    private final Map<InteractionId, Dialog> all = new ConcurrentHashMap<>();

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

    Optional<InteractionId> interaction(CallId call) {
        return all.entrySet().stream().filter(each -> each.getValue().id().equals(call)).map(Map.Entry::getKey).findFirst();
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
        List<DialogChange> told = new ArrayList<>();
        all.forEach((id, dialog) -> {
            if (!isIn(now, id)) {
                all.remove(id);
                told.add(new DialogChange(Verb.DELETE, dialog.left(DialogState.DROPPED, "", false, at)));
            }
        });
        return told;
    }

    List<Dialog> present() {
        return List.copyOf(all.values());
    }
}
