package io.patchbay.dialect.genesys.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * User data is an object of any values. Interaction data is text. An object or array is kept as its JSON text and becomes an object or
 * array again, a number or boolean becomes a string, null becomes the empty string (genesys.md 4.2).
 */
public final class UserData {
    /** The key of a disposition where the request names no other. */
    public static final String DISPOSITION = "DispositionCode";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private UserData() { }

    /** @param userData an object */
    public static Map<String, String> read(JsonNode userData) {
        Map<String, String> data = new LinkedHashMap<>();
        userData.properties().forEach(member -> data.put(member.getKey(), text(member.getValue())));
        return data;
    }

    public static ObjectNode write(Map<String, String> data) {
        ObjectNode userData = JsonNodeFactory.instance.objectNode();
        data.forEach((key, value) -> userData.set(key, node(value)));
        return userData;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText();
    }

    private static JsonNode node(String value) {
        if (value.startsWith("{") || value.startsWith("[")) {
            try {
                return JSON.readTree(value);
            } catch (JsonProcessingException e) {
                return JsonNodeFactory.instance.textNode(value);
            }
        }
        return JsonNodeFactory.instance.textNode(value);
    }
}
