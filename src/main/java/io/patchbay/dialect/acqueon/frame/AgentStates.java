package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.AgentWord;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
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

/** The state of the agent as {@code SetAgentState} (BINDINGS, Acqueon). */
record AgentStates(AgentEntry entry, Directory directory) {

    /** What is told of an agent. A change of it is told. */
    record Shown(AgentWord word, Optional<NotReadyReason> reason, Optional<AgentWord> pending, String extension) { }

    Shown shown(Replicas now) {
        Optional<Channel> voice = AgentWord.voice(now.agent());
        return new Shown(AgentWord.of(now.agent(), own(now)), voice.flatMap(channel -> channel.presence().reason()),
                voice.flatMap(Channel::pending).map(AgentWord::of), extension(voice));
    }

    /** Whether the state was asked for, and not brought about by work. Then it is told also if it is the same as before. */
    static boolean isAsked(AgentEvent event, Replicas after) {
        Optional<Channel> voice = AgentWord.voice(after.agent());
        return event instanceof AgentEvent.PendingStateChanged pending
                && voice.filter(channel -> channel.id().equals(pending.channel())).isPresent()
                || event instanceof AgentEvent.ChannelStateChanged changed && changed.work().isEmpty()
                && voice.filter(channel -> channel.id().equals(changed.channel())).isPresent();
    }

    /** @param at where the state does not know since when it is so */
    AcqueonEvent of(Replicas now, Instant at) {
        return of(now, at, Optional.empty());
    }

    /** @param logout the reason of a logout */
    AcqueonEvent of(Replicas now, Instant at, Optional<NotReadyReason> logout) {
        Shown shown = shown(now);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode data = message.putObject("data").put("state", shown.word().name());
        Optional<NotReadyReason> reason = shown.reason().or(() -> logout);
        data.putObject("reasonCode").put("id", reason.map(NotReadyReason::code).orElse(""))
                .put("label", reason.map(this::label).orElse(""));
        data.put("pendingState", shown.pending().map(AgentWord::name).orElse(""))
                .put("stateChangeTime", CallForm.time(Optional.of(since(now, shown, at)))).put("name", entry.id().value())
                .put("loginName", entry.id().value()).put("extension", shown.extension());
        message.put("event", shown.word().name()).put("source", "event");
        return new AcqueonEvent("Agent", "SetAgentState", message, Optional.empty());
    }

    private String extension(Optional<Channel> voice) {
        return voice.map(Channel::endpoint).or(() -> entry.extensions().stream().findFirst().map(Address::value)).orElse("");
    }

    private String label(NotReadyReason reason) {
        return reason.description().isEmpty() ? directory.codes().notReadyReason(reason.code())
                .or(() -> directory.codes().logoutReason(reason.code())).map(CodeEntry::label).orElse("") : reason.description();
    }

    private Instant since(Replicas now, Shown shown, Instant at) {
        return switch (shown.word()) {
            case LOGOUT -> at;
            case READY, NOT_READY, RESERVED, WORK -> AgentWord.voice(now.agent()).map(Channel::since).orElse(at);
            case TALKING, HOLD -> Stream.concat(AgentWord.voice(now.agent()).map(Channel::since).stream(),
                    own(now).stream().flatMap(leg -> leg.since().stream())).max(Comparator.naturalOrder()).orElse(at);
        };
    }

    private List<Connection> own(Replicas now) {
        return now.interactions().values().stream().flatMap(interaction -> interaction.callsOf(entry.id()).stream())
                .flatMap(call -> call.of(entry.id()).stream()).toList();
    }
}
