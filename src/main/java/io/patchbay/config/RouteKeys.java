package io.patchbay.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The keys that route files declare as beans of type {@link ConfigKey}. */
final class RouteKeys {
    private static final String TYPE = ConfigKey.class.getName();
    private static final int PARTS = 3;
    private final Settings settings;
    private final ConfigTypes types;

    RouteKeys(Settings settings) {
        this.settings = settings;
        this.types = new ConfigTypes(settings);
    }

    /** Reads each key into the settings. A file that is not YAML is left to the check of routes. */
    void read(Path directory) {
        files(directory).forEach(file -> declared(file).forEach((name, values) -> read(file, name, values)));
    }

    /** The declarations of one file: name and what it was declared with, in order. */
    static Map<String, List<String>> declared(Path file) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try {
            for (Object item : list(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)))) {
                for (Object bean : list(map(item).get("beans"))) {
                    if (TYPE.equals(map(bean).get("type"))) {
                        List<String> values = new ArrayList<>();
                        map(map(bean).get("constructors")).values().forEach(value -> values.add(String.valueOf(value)));
                        found.put(String.valueOf(map(bean).get("name")), values);
                    }
                }
            }
        } catch (IOException | YamlEngineException e) {
            return found;
        }
        return found;
    }

    private void read(Path file, String name, List<String> values) {
        Set<String> known = settings.defaults().keySet();
        try {
            if (known.contains(name)) {
                throw new IllegalArgumentException("is declared twice; give the key another name");
            }
            if (values.size() != PARTS) {
                throw new IllegalArgumentException("must be declared with type, default and meaning");
            }
            new ConfigKey(values.get(0), values.get(1), values.get(2)).read(name, types);
        } catch (IllegalArgumentException e) {
            settings.note(new Problem(file.toString(), name, null, e.getMessage()));
        }
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".camel.yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
