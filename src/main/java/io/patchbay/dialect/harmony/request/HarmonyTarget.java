package io.patchbay.dialect.harmony.request;

import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.dialect.harmony.words.HarmonyTargets;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Channel;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.SessionId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of the target of a request, among the replicas of the client. Empty below the level of the request. */
public record HarmonyTarget(Optional<Agent.Group> group, Optional<Channel> channel, Optional<InteractionId> interaction,
                            Optional<Call> call) {

    /** The kind of object a request is for. */
    public enum Level { SESSION, GROUP, CHANNEL, INTERACTION, CONVERSATION }

    private static final HarmonyTarget SESSION = new HarmonyTarget(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Refuses an object of another kind with WRONG_TARGET_LEVEL, otherwise with UNKNOWN_TARGET. An object of another agent is refused
     * as if it did not exist.
     */
    public static HarmonyTarget resolve(Level level, String path, AgentId me, SessionId session, Replicas replicas) {
        Finder finder = new Finder(path, me, new HarmonyTargets(session, replicas.agent()), replicas);
        return finder.find(level).orElseThrow(() -> Stream.of(Level.values()).anyMatch(other -> finder.find(other).isPresent())
                ? RequestRefused.with(HarmonyCode.WRONG_TARGET_LEVEL,
                        "The target of this command must be the path of a " + word(level) + ".")
                : RequestRefused.with(HarmonyCode.UNKNOWN_TARGET, "There is no such object in this session."));
    }

    private static String word(Level level) {
        return level == Level.GROUP ? "channel group" : level.name().toLowerCase(Locale.ROOT);
    }

    private record Finder(String path, AgentId me, HarmonyTargets targets, Replicas replicas) {

        Optional<HarmonyTarget> find(Level level) {
            return switch (level) {
                case SESSION -> Optional.of(HarmonyTarget.SESSION).filter(session -> path.equals(targets.path()));
                case GROUP -> replicas.agent().groups().stream().filter(g -> path.equals(targets.path(g.id()))).findFirst()
                        .map(g -> new HarmonyTarget(Optional.of(g), Optional.empty(), Optional.empty(), Optional.empty()));
                case CHANNEL -> replicas.agent().channels().stream().filter(c -> path.equals(targets.path(c.id()))).findFirst()
                        .map(c -> new HarmonyTarget(Optional.empty(), Optional.of(c), Optional.empty(), Optional.empty()));
                case INTERACTION -> replicas.interactions().entrySet().stream()
                        .filter(e -> pathOf(e).filter(path::equals).isPresent()).findFirst().map(e -> of(e, Optional.empty()));
                case CONVERSATION -> replicas.interactions().entrySet().stream()
                        .flatMap(e -> call(e).map(call -> of(e, Optional.of(call))).stream()).findFirst();
            };
        }

        private Optional<Call> call(Map.Entry<InteractionId, Interaction> entry) {
            return entry.getValue().callsOf(me).stream()
                    .filter(call -> pathOf(entry).filter(parent -> path.equals(parent + "." + call.id())).isPresent()).findFirst();
        }

        private Optional<String> pathOf(Map.Entry<InteractionId, Interaction> entry) {
            return entry.getValue().member(me).map(member -> targets.path(member.channel(), entry.getKey()));
        }

        private HarmonyTarget of(Map.Entry<InteractionId, Interaction> entry, Optional<Call> call) {
            Optional<Channel> channel = entry.getValue().member(me).flatMap(m -> replicas.agent().channel(m.channel()));
            return new HarmonyTarget(Optional.empty(), channel, Optional.of(entry.getKey()), call);
        }
    }
}
