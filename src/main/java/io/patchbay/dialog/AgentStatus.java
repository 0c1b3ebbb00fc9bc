package io.patchbay.dialog;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.Connection;
import io.patchbay.model.Directory;
import io.patchbay.model.Presence.NotReadyReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is told of an agent. A change of it is told.
 *
 * @param pending   the state that follows the present work, if one was asked for
 * @param extension of the telephone channel, if there is one
 */
public record AgentStatus(AgentWord word, Optional<NotReadyReason> reason, Optional<AgentWord> pending, Optional<String> extension) {

    public static AgentStatus of(AgentId agent, Replicas now) {
        Optional<Channel> voice = AgentWord.voice(now.agent());
        return new AgentStatus(AgentWord.of(now.agent(), own(agent, now)), voice.flatMap(channel -> channel.presence().reason()),
                voice.flatMap(Channel::pending).map(AgentWord::of), voice.map(Channel::endpoint));
    }

    /** Whether the state was asked for, and not brought about by work. Then it is told also if it is the same as before. */
    public static boolean isAsked(AgentEvent event, Replicas after) {
        Optional<Channel> voice = AgentWord.voice(after.agent());
        return event instanceof AgentEvent.PendingStateChanged pending
                && voice.filter(channel -> channel.id().equals(pending.channel())).isPresent()
                || event instanceof AgentEvent.ChannelStateChanged changed && changed.work().isEmpty()
                && voice.filter(channel -> channel.id().equals(changed.channel())).isPresent();
    }

    /** When the agent came into its state. @param at where the state does not know it */
    public static Instant since(AgentId agent, Replicas now, Instant at) {
        return switch (of(agent, now).word()) {
            case LOGOUT -> at;
            case READY, NOT_READY, RESERVED, WORK -> AgentWord.voice(now.agent()).map(Channel::since).orElse(at);
            case TALKING, HOLD -> Stream.concat(AgentWord.voice(now.agent()).map(Channel::since).stream(),
                    own(agent, now).stream().flatMap(leg -> leg.since().stream())).max(Comparator.naturalOrder()).orElse(at);
        };
    }

    /** The reason for people, also of a logout. */
    public static String label(NotReadyReason reason, Directory directory) {
        return reason.description().isEmpty() ? directory.codes().notReadyReason(reason.code())
                .or(() -> directory.codes().logoutReason(reason.code())).map(CodeEntry::label).orElse("") : reason.description();
    }

    private static List<Connection> own(AgentId agent, Replicas now) {
        return now.interactions().values().stream().flatMap(interaction -> interaction.callsOf(agent).stream())
                .flatMap(call -> call.of(agent).stream()).toList();
    }
}
