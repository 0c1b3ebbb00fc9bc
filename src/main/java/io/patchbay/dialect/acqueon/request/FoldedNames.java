package io.patchbay.dialect.acqueon.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import java.util.Locale;
import java.util.Map;

/** Names of members without case and without blanks around them (acqueon.md 1.6, 1 and 2). */
final class FoldedNames {
    private FoldedNames() { }

    static String of(String name) {
        return StrictJson.trimmed(name).toLowerCase(Locale.ROOT);
    }

    /** The same tree with folded names at every depth. Two names that become one must have the same value. */
    static JsonNode in(JsonNode node) throws Unreadable {
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (JsonNode each : node) {
                copy.add(in(each));
            }
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = in(member.getValue());
            JsonNode other = copy.replace(of(member.getKey()), value);
            if (other != null && !other.equals(value)) {
                throw new Unreadable("Two members have the same name, apart from case and blanks, and different values.");
            }
        }
        return copy;
    }
}
