package io.patchbay.schema;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Inner;
import io.patchbay.testing.Samples;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The schema of one published type, as {@link ModelJson} writes it: ids are strings, an absent Optional is left out, sealed types carry
 * {@code type}. Members nobody declared are allowed, because a version may gain some.
 */
final class Schema {
    /** What {@link Duration} writes; the format "duration" of JSON Schema knows no fractions of a second. */
    private static final String DURATION = "^PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?$";

    private final SchemaDescriptions words;
    private final Class<?> only;
    private final ObjectNode root = object();
    private final ObjectNode shared = object();
    private final Map<String, Class<?>> named = new HashMap<>();

    private Schema(SchemaDescriptions words, Class<?> only) {
        this.words = words;
        this.only = only;
    }

    /**
     * @param type  the published type
     * @param name  the name its words are found under
     * @param only  the one member of its sealed family that occurs in it; Void where all may
     */
    static ObjectNode of(String type, String name, Class<?> value, Class<?> only, SchemaDescriptions words) {
        Schema schema = new Schema(words, only);
        schema.root.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", "/schemas/" + type + ".json")
                .put("title", type).put("description", words.of(name));
        schema.members(schema.root, name, value, Optional.empty());
        if (!schema.shared.isEmpty()) {
            schema.root.set("$defs", schema.shared);
        }
        return schema.root;
    }

    private void members(ObjectNode into, String owner, Class<?> value, Optional<String> tag) {
        into.put("type", "object");
        ObjectNode properties = into.putObject("properties");
        ArrayNode required = into.arrayNode();
        tag.ifPresent(word -> {
            properties.putObject("type").put("description", words.of(owner, "type")).put("const", word);
            required.add("type");
        });
        for (RecordComponent component : value.getRecordComponents()) {
            if (component.isAnnotationPresent(Inner.class)) {
                continue;
            }
            properties.putObject(component.getName()).put("description", words.of(owner, component.getName()))
                    .setAll(node(component.getGenericType()));
            if (component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            into.set("required", required);
        }
    }

    private ObjectNode node(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            ObjectNode choice = object().put("type", "string");
            List.of(plain.getEnumConstants()).forEach(c -> choice.withArray("enum").add(ModelJson.text().convertValue(c, String.class)));
            return choice;
        }
        if (plain.isSealed()) {
            return choice(Samples.leaves(plain).filter(leaf -> !plain.isAssignableFrom(only) || leaf == only).toList());
        }
        if (plain.isRecord()) {
            return isText(plain) ? text(plain) : reference(plain, Optional.empty());
        }
        return scalar(plain);
    }

    private ObjectNode container(Class<?> raw, Type... of) {
        if (raw == Optional.class) {
            return node(of[0]);
        }
        if (raw == List.class) {
            return object().put("type", "array").set("items", node(of[0]));
        }
        if (raw == Map.class && of[0] == String.class) {
            return object().put("type", "object").set("additionalProperties", node(of[1]));
        }
        throw unknown(raw);
    }

    private ObjectNode choice(List<Class<?>> leaves) {
        List<ObjectNode> all = leaves.stream().map(leaf -> reference(leaf, Optional.of(tag(leaf)))).toList();
        ObjectNode either = object();
        either.withArray("oneOf").addAll(all);
        return all.size() == 1 ? all.get(0) : either;
    }

    private static String tag(Class<?> leaf) {
        return leaf.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT) + leaf.getSimpleName().substring(1);
    }

    private ObjectNode reference(Class<?> value, Optional<String> tag) {
        String name = value.getSimpleName();
        Class<?> namesake = named.putIfAbsent(name, value);
        if (namesake == null) {
            ObjectNode definition = shared.putObject(name).put("description", words.of(name));
            members(definition, name, value, tag);
        } else if (namesake != value || shared.path(name).path("properties").path("type").has("const") != tag.isPresent()) {
            throw new IllegalStateException(root.path("title").asText() + " has two values called " + name + ": rename one");
        }
        return object().put("$ref", "#/$defs/" + name);
    }

    private static boolean isText(Class<?> value) {
        try {
            return ModelJson.text().getSerializerProviderInstance().findValueSerializer(value) instanceof ToStringSerializer;
        } catch (JsonMappingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode text(Class<?> value) {
        ObjectNode text = object().put("type", "string");
        try {
            Field form = value.getDeclaredField("FORM");
            form.setAccessible(true);
            return text.put("pattern", "^" + ((Pattern) form.get(null)).pattern() + "$");
        } catch (NoSuchFieldException e) {
            return text;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode scalar(Class<?> type) {
        return type == String.class ? object().put("type", "string")
                : type == boolean.class ? object().put("type", "boolean")
                : type == int.class || type == long.class || type == Long.class ? object().put("type", "integer")
                : type == Instant.class ? object().put("type", "string").put("format", "date-time")
                : type == Duration.class ? object().put("type", "string").put("pattern", DURATION)
                : unknowable(type);
    }

    private static ObjectNode unknowable(Class<?> type) {
        throw unknown(type);
    }

    private static IllegalArgumentException unknown(Class<?> type) {
        return new IllegalArgumentException("no JSON form known of a " + type.getName() + ": teach it to Schema");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
