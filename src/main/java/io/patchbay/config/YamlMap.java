package io.patchbay.config;

import io.patchbay.model.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file. A mistake is noted with line, path and value, and reading continues. A missing or bad value is null, so
 * the caller omits its entry.
 */
final class YamlMap {
    private final YamlFile file;
    private final String path;
    private final Node at;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(YamlFile file, String path, Node at) {
        this.file = file;
        this.path = path;
        this.at = at;
    }

    static YamlMap none(YamlFile file) {
        return new YamlMap(file, "", null);
    }

    static YamlMap of(YamlFile file, String path, Node node, String... keys) {
        YamlMap map = new YamlMap(file, path, node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> map.add(tuple, List.of(keys)));
        } else {
            file.refuse(node, path.isEmpty() ? "the file" : path, null, "must be a mapping with the keys " + String.join(", ", keys));
        }
        return map;
    }

    private void add(NodeTuple tuple, List<String> keys) {
        Node key = tuple.getKeyNode();
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!keys.contains(name)) {
            file.refuse(key, path(name), null,
                    "is not a key here" + Suggestion.text(name, keys) + "; known are " + String.join(", ", keys));
        } else if (values.containsKey(name)) {
            file.refuse(key, path(name), null, "stands in " + file.where(values.get(name)) + " already. Remove one");
        } else {
            values.put(name, tuple.getValueNode());
        }
    }

    /** @param expected the end of "must be ..."; {@code parse} throws IllegalArgumentException for other texts */
    <T> T required(String key, String expected, Function<String, T> parse) {
        if (!values.containsKey(key) && at != null) {
            file.refuse(at, path(key), null, "is missing; it must be " + expected);
        }
        return optional(key, null, expected, parse);
    }

    <T> T optional(String key, T missing, String expected, Function<String, T> parse) {
        return values.containsKey(key) ? value(values.get(key), path(key), expected, parse) : missing;
    }

    /** As {@link #required}, but the value is never shown. */
    <T> T secret(String key, String expected, Function<String, T> parse) {
        int before = file.problems().size();
        T value = required(key, expected, parse);
        file.problems().subList(before, file.problems().size()).replaceAll(Problem::withoutValue);
        return value;
    }

    /** The valid items of a list of simple values. Empty if the list is missing. */
    <T> List<T> list(String key, String expected, Function<String, T> parse) {
        List<T> list = new ArrayList<>();
        each(key, (item, itemPath) -> {
            T value = value(item, itemPath, expected, parse);
            if (value != null) {
                list.add(value);
            }
        });
        return list;
    }

    /** A list of mappings. Empty if the list is missing. */
    List<YamlMap> maps(String key, String... keys) {
        List<YamlMap> maps = new ArrayList<>();
        each(key, (item, itemPath) -> maps.add(of(file, itemPath, item, keys)));
        return maps;
    }

    YamlMap map(String key, String... keys) {
        return values.containsKey(key) ? of(file, path(key), values.get(key), keys) : none(file);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The file and line of a value, or of the mapping if the key is missing. */
    String where(String key) {
        return file.where(values.getOrDefault(key, at));
    }

    void refuse(String key, String value, String expected) {
        file.refuse(values.getOrDefault(key, at), path(key), value, expected);
    }

    private interface Item {
        void read(Node node, String path);
    }

    private void each(String key, Item item) {
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                item.read(sequence.getValue().get(i), path(key) + "[" + i + "]");
            }
        } else if (node != null) {
            file.refuse(node, path(key), node instanceof ScalarNode scalar ? scalar.getValue() : null, "must be a list");
        }
    }

    private <T> T value(Node node, String where, String expected, Function<String, T> parse) {
        if (!(node instanceof ScalarNode scalar)) {
            file.refuse(node, where, null, "must be " + expected + ", not a list or mapping");
            return null;
        }
        try {
            return parse.apply(scalar.getValue());
        } catch (IllegalArgumentException e) {
            file.refuse(node, where, scalar.getValue(), "must be " + expected);
            return null;
        }
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
