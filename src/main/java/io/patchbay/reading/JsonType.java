package io.patchbay.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a value of JSON must be. @param words that say so */
public record JsonType<T>(String words, Predicate<JsonNode> fits, Function<JsonNode, T> value) {
    public static final JsonType<String> TEXT = new JsonType<>("a string", JsonNode::isTextual, JsonNode::textValue);
    public static final JsonType<String> FILLED = new JsonType<>("a string that is not blank",
            node -> node.isTextual() && !node.textValue().isBlank(), JsonNode::textValue);
    public static final JsonType<Boolean> FLAG = new JsonType<>("true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    public static final JsonType<String> CODE = new JsonType<>("a code, a string or a whole number",
            node -> node.isTextual() || node.isIntegralNumber() && node.bigIntegerValue().signum() >= 0, JsonNode::asText);
    public static final JsonType<JsonNode> OBJECT = new JsonType<>("an object", JsonNode::isObject, node -> node);
    public static final JsonType<JsonNode> ARRAY = new JsonType<>("an array", JsonNode::isArray, node -> node);
    public static final JsonType<List<String>> TEXTS = new JsonType<>("an array of strings",
            node -> node.isArray() && node.valueStream().allMatch(JsonNode::isTextual), JsonType::texts);
    public static final JsonType<Map<String, String>> PAIRS = new JsonType<>("an object of strings",
            node -> node.isObject() && node.valueStream().allMatch(JsonNode::isTextual), JsonType::pairs);
    public static final JsonType<Map<String, String>> NAMED_PAIRS = new JsonType<>("an object of strings under names that are not blank",
            node -> PAIRS.fits().test(node) && node.properties().stream().noneMatch(pair -> pair.getKey().isBlank()), JsonType::pairs);

    /** A missing value has no type: it is wrong. */
    public Read<T> read(JsonNode node) {
        return fits.test(node) ? Read.of(value.apply(node)) : Read.wrong(words);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue).toList();
    }

    /** In the order of the object. */
    private static Map<String, String> pairs(JsonNode object) {
        Map<String, String> pairs = new LinkedHashMap<>();
        object.properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().textValue()));
        return pairs;
    }
}
