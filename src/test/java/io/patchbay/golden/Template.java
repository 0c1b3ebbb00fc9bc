package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts arguments in the place of {@code <names>}, also within names of members: a string that is one name becomes the argument itself, in
 * a list its elements.
 */
final class Template {

    private static final Pattern NAME = Pattern.compile("<(\\w+)>");

    private Template() { }

    static JsonNode fill(JsonNode template, Map<String, JsonNode> arguments) {
        if (template.isTextual()) {
            return text(template.textValue(), arguments);
        }
        if (template.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            template.forEach(element -> {
                JsonNode value = fill(element, arguments);
                if (element.isTextual() && value.isArray()) {
                    value.forEach(filled::add);
                } else {
                    filled.add(value);
                }
            });
            return filled;
        }
        if (template.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            template.properties().forEach(
                member -> filled.set(text(member.getKey(), arguments).asText(), fill(member.getValue(), arguments)));
            return filled;
        }
        return template;
    }

    private static JsonNode text(String text, Map<String, JsonNode> arguments) {
        Matcher whole = NAME.matcher(text);
        if (whole.matches()) {
            return argument(whole.group(1), arguments);
        }
        return TextNode.valueOf(whole.reset().replaceAll(
            name -> Matcher.quoteReplacement(argument(name.group(1), arguments).asText())));
    }

    private static JsonNode argument(String name, Map<String, JsonNode> arguments) {
        JsonNode value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No argument for <" + name + ">; there are " + arguments.keySet());
        }
        return value;
    }
}
