package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the placeholders of one transcript stand for. {@code $S}, {@code $G} and {@code $C} (also with a digit) belong to the client of
 * the step; every other name is shared by all clients. {@code ${ben.S}} names another client's.
 */
final class Names {

    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\}|\\$([A-Za-z]\\w*)");

    private final Map<String, String> values = new HashMap<>();

    /** Stand for whole numbers; all others stand for texts. */
    static final Pattern NUMBER = Pattern.compile("\\$ref\\w*");

    static String key(String client, Matcher placeholder) {
        if (placeholder.group(1) != null) {
            return placeholder.group(1) + "." + placeholder.group(2);
        }
        String name = placeholder.group(3);
        return isOfClient(name) ? client + "." + name : name;
    }

    private static boolean isOfClient(String name) {
        return "SGC".indexOf(name.charAt(0)) >= 0 && name.chars().skip(1).allMatch(Character::isDigit);
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The session ids this client was given. */
    List<String> sessions(String client) {
        return values.entrySet().stream().filter(entry -> entry.getKey().matches(Pattern.quote(client) + "\\.S\\d*"))
            .map(Map.Entry::getValue).toList();
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    /** Every placeholder replaced by its value; a name nothing was captured for is an error of the transcript. */
    String fill(String client, String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String key = key(client, (Matcher) found);
            String value = get(key).orElseThrow(() -> new IllegalStateException(
                "Nothing was captured for " + found.group() + " (" + key + ") before it is sent."));
            return Matcher.quoteReplacement(value);
        });
    }

    /** Every placeholder replaced by its value; empty when nothing was captured for one of them. */
    Optional<String> known(String client, String text) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int at = 0;
        while (placeholder.find()) {
            String value = values.get(key(client, placeholder));
            if (value == null) {
                return Optional.empty();
            }
            filled.append(text, at, placeholder.start()).append(value);
            at = placeholder.end();
        }
        return Optional.of(filled.append(text, at, text.length()).toString());
    }

    JsonNode fill(String client, JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(fill(client, node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> filled.add(fill(client, element)));
            return filled;
        }
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> filled.set(member.getKey(), fill(client, member.getValue())));
            return filled;
        }
        return node;
    }
}
