package io.patchbay.dialect.tiny;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The table of operations: a word, how many words follow it, and the command it comes to. */
final class TinyOperations {

    /** One request of a client. @param words the operation and what follows it */
    record Request(AgentId by, Replicas now, List<String> words) {
        ChannelId channel() {
            return now.agent().channels().stream().findFirst().map(Channel::id).orElse(new ChannelId("none"));
        }

        CallId call() {
            return new CallId(words.get(2));
        }
    }

    /** @param words how many there must be, the operation included */
    record Operation(int words, Function<Request, Body> decoder) { }

    private static final Map<String, Operation> ALL = Map.of(
            "logout", new Operation(1, request -> new AgentCommand.EndSession(Cause.LOGOUT)),
            "phone", new Operation(2, request -> new AgentCommand.AddChannel(Medium.VOICE, request.words().get(1), List.of())),
            "activate", new Operation(1, request -> new AgentCommand.ActivateChannels(
                    List.of(new AgentCommand.Serving(request.channel(), List.of())), false)),
            "ready", new Operation(1, request -> new AgentCommand.SetPresence(request.channel(), Presence.READY)),
            "answer", new Operation(3, request -> new VoiceCommand.Answer(request.by(), request.call())),
            "hold", new Operation(3, request -> new VoiceCommand.Hold(request.by(), request.call())),
            "retrieve", new Operation(3, request -> new VoiceCommand.Retrieve(request.by(), request.call())),
            "hangup", new Operation(3, request -> new VoiceCommand.ClearConnection(request.by(), request.call())));

    private TinyOperations() { }

    static Optional<Operation> find(List<String> words) {
        return Optional.ofNullable(ALL.get(words.get(0))).filter(operation -> operation.words() == words.size())
                .filter(operation -> operation.words() < 3 || words.get(1).matches("[0-9A-Z]{16}") && words.get(2).matches("[0-9A-F]{32}"));
    }

    /** The second word names the interaction where three are needed. */
    static Subject subject(Request request) {
        return request.words().size() == 3 ? Subject.of(new InteractionId(request.words().get(1))) : Subject.of(request.by());
    }
}
