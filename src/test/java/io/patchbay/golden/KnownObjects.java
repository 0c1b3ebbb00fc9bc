package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one client has been told exists, by full target, in the order it was told. */
final class KnownObjects {

    /** What a target addresses. */
    enum Kind { SESSION, CHANNELGROUP, CHANNEL, INTERACTION, CONVERSATION }

    private final Map<String, Kind> known = new LinkedHashMap<>();
    private final Map<String, Boolean> ended = new LinkedHashMap<>();

    /** The kind of the object an event is about, after taking the event in; empty when the client was never told of it. */
    Optional<Kind> take(JsonNode event) {
        String target = event.path("target").asText();
        String name = event.path("name").asText();
        if (!target.contains(".")) {
            known.putIfAbsent(target, Kind.SESSION);
        }
        if (!known.containsKey(target)) {
            return Optional.empty();
        }
        if (name.endsWith(".created")) {
            Kind kind = Kind.valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT));
            String member = name.substring(0, name.indexOf('.'));
            known.put(target + "." + event.path("data").path(member).path("id").asText(), kind);
            return Optional.of(kind);
        }
        Kind kind = known.get(target);
        if (name.equals("interaction.ended")) {
            ended.put(target, true);
        }
        if (name.endsWith(".disposed")) {
            known.keySet().removeIf(path -> path.equals(target) || path.startsWith(target + "."));
        }
        return Optional.of(kind);
    }

    /** The interaction id in a target or in the data that creates it. @param kind of the object the event is about */
    static String interactionOf(JsonNode event, Kind kind) {
        String name = event.path("name").asText();
        if (name.equals("interaction.created")) {
            return event.path("data").path("interaction").path("id").asText();
        }
        String path = event.path("target").asText();
        String ofInteraction = kind == Kind.CONVERSATION && !name.endsWith(".created") ? path.substring(0, path.lastIndexOf('.')) : path;
        return ofInteraction.substring(ofInteraction.lastIndexOf('.') + 1);
    }

    /** Targets of one kind that are still there. */
    List<String> all(Kind kind) {
        return known.entrySet().stream().filter(entry -> entry.getValue() == kind).map(Map.Entry::getKey).toList();
    }

    boolean hasEnded(String interaction) {
        return ended.containsKey(interaction);
    }
}
