package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.patchbay.golden.KnownObjects.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Makes the patterns of a transcript concrete: placeholders get values, events get a subject, numbers, parts and a time. */
final class PatternValues {

    private static final Set<String> LEFT_OUT = Set.of("$none", "$any");

    private final Names names = new Names();
    private final Map<String, KnownObjects> known = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    JsonNode concrete(String client, JsonNode pattern) {
        if (pattern.isTextual()) {
            return value(client, pattern.textValue());
        }
        if (pattern.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            pattern.forEach(element -> all.add(concrete(client, element)));
            return all;
        }
        if (pattern.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            pattern.properties().stream().filter(member -> !LEFT_OUT.contains(member.getValue().asText()))
                .forEach(member -> all.set(member.getKey(), concrete(client, member.getValue())));
            return all;
        }
        return pattern;
    }

    private JsonNode value(String client, String pattern) {
        if (pattern.equals("$millis")) {
            return LongNode.valueOf(1767603600000L);
        }
        return Names.NUMBER.matcher(pattern).matches() ? LongNode.valueOf(Long.parseLong(text(client, pattern)))
            : TextNode.valueOf(text(client, pattern));
    }

    private String text(String client, String pattern) {
        return switch (pattern) {
            case "$*" -> "anything";
            case "$text" -> "A sentence for people.";
            case "$time" -> "2026-01-05T09:00:00.000Z";
            case "$stamp" -> "2026-01-05 09:00:00.000+0000";
            case "$seconds" -> "0";
            case "$hex16" -> "006c03a7194aa020";
            case "$hex32" -> "3f65ac876a48452f83ffb58cfc58fe47";
            case "$uuid" -> "27379f71-0f5a-42a1-b899-ea4456c6b337";
            default -> {
                Matcher placeholder = Names.PLACEHOLDER.matcher(pattern);
                while (placeholder.find()) {
                    String key = Names.key(client, placeholder);
                    if (names.get(key).isEmpty()) {
                        names.put(key, invent(key));
                    }
                }
                yield names.fill(client, pattern);
            }
        };
    }

    private static String invent(String key) {
        String hex = String.format("%08X", key.hashCode());
        if (key.startsWith("ref")) {
            return String.valueOf(Integer.parseInt(hex.substring(1), 16) + 1);
        }
        return switch (key.charAt(0)) {
            case 'I' -> "INTERACT" + hex;
            case 'K' -> hex.repeat(4);
            default -> key.replace('.', '-') + "-" + hex;
        };
    }

    List<JsonNode> concrete(String client, List<JsonNode> patterns) {
        List<JsonNode> all = new ArrayList<>();
        Map<String, List<ObjectNode>> created = new HashMap<>();
        for (JsonNode pattern : patterns) {
            JsonNode frame = concrete(client, pattern);
            all.add(frame);
            if (frame.has("messageType")) {
                ObjectNode event = (ObjectNode) frame;
                String subject = subject(client, event);
                event.put("subject", subject).put("timestamp", "2026-01-05T09:00:00.000Z");
                if (event.path("snapshot").asBoolean()) {
                    created.computeIfAbsent(subject, name -> new ArrayList<>()).add(event);
                } else {
                    number(event, subject);
                }
            }
        }
        created.forEach((subject, events) -> {
            long number = numbers.merge(subject, 1L, Long::sum);
            for (int i = 0; i < events.size(); i++) {
                events.get(i).put("number", number).put("part", i + 1).put("parts", events.size());
            }
        });
        return all;
    }

    private String subject(String client, ObjectNode event) {
        KnownObjects objects = known.computeIfAbsent(client, name -> new KnownObjects());
        Optional<Kind> kind = objects.take(event);
        boolean ofInteraction = kind.equals(Optional.of(Kind.INTERACTION)) || kind.equals(Optional.of(Kind.CONVERSATION));
        return ofInteraction ? "interaction/" + KnownObjects.interactionOf(event, kind.get()) : "agent/" + Client.agent(client);
    }

    private void number(ObjectNode event, String subject) {
        if (event.path("part").asInt(1) == 1) {
            numbers.merge(subject, 1L, Long::sum);
        }
        event.put("number", numbers.get(subject));
        if (!event.has("part")) {
            event.put("part", 1).put("parts", 1);
        }
    }
}
