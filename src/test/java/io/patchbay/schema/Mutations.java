package io.patchbay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Copies of a JSON value with one thing wrong in each. */
final class Mutations {
    private Mutations() { }

    /** In each copy another part of the value is of another JSON type. */
    static List<JsonNode> of(JsonNode value) {
        JsonNode other = value.isTextual() ? JsonNodeFactory.instance.numberNode(17.5) : JsonNodeFactory.instance.textNode("?!");
        List<JsonNode> all = new ArrayList<>(List.of(other));
        value.fieldNames().forEachRemaining(name -> of(value.get(name)).forEach(wrong -> {
            ObjectNode copy = value.deepCopy();
            copy.set(name, wrong);
            all.add(copy);
        }));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            for (JsonNode wrong : of(value.get(i))) {
                ArrayNode copy = value.deepCopy();
                copy.set(i, wrong);
                all.add(copy);
            }
        }
        return all;
    }

    /** In each copy another one of these members is missing. */
    static List<JsonNode> without(JsonNode value, JsonNode members) {
        List<JsonNode> all = new ArrayList<>();
        members.forEach(member -> {
            ObjectNode copy = value.deepCopy();
            copy.remove(member.asText());
            all.add(copy);
        });
        return all;
    }
}
