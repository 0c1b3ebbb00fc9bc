package io.patchbay.config;

import static io.patchbay.config.RouteDirectory.list;
import static io.patchbay.config.RouteDirectory.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The keys that route files declare as beans of type {@link ConfigKey}. */
final class RouteKeys {
    private static final String TYPE = ConfigKey.class.getName();
    private static final Pattern RANGE = Pattern.compile("(duration|size|count) from (\\S+) to (\\S+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private final Settings settings;
    private final ConfigTypes types;

    RouteKeys(Settings settings) {
        this.settings = settings;
        this.types = new ConfigTypes(settings);
    }

    /** Reads each key into the settings. A file that is not YAML is left to the check of routes. */
    void read(Path directory) {
        RouteDirectory.files(directory).forEach(file -> declared(file).forEach((name, key) -> read(file, name, key)));
    }

    /** The declarations of one file by the names of their keys, in order. */
    static Map<String, ConfigKey> declared(Path file) {
        Map<String, ConfigKey> found = new LinkedHashMap<>();
        try {
            for (Object item : list(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)))) {
                for (Object bean : list(map(item).get("beans"))) {
                    if (TYPE.equals(map(bean).get("type"))) {
                        found.put(String.valueOf(map(bean).get("name")), key(map(map(bean).get("properties"))));
                    }
                }
            }
        } catch (IOException | YamlEngineException e) {
            return found;
        }
        return found;
    }

    private static ConfigKey key(Map<?, ?> properties) {
        ConfigKey key = new ConfigKey();
        key.setType(text(properties, "type"));
        key.setDefault(text(properties, "default"));
        key.setMeaning(text(properties, "meaning"));
        return key;
    }

    private void read(Path file, String name, ConfigKey key) {
        try {
            if (settings.defaults().containsKey(name)) {
                throw new IllegalArgumentException("is declared twice; give the key another name");
            }
            if (!key.meaning().endsWith(".")) {
                throw new IllegalArgumentException("must have a sentence as its meaning");
            }
            value(name, key);
        } catch (IllegalArgumentException e) {
            settings.note(new Problem(file.toString(), name, null, e.getMessage()));
        }
    }

    private void value(String name, ConfigKey key) {
        Matcher range = RANGE.matcher(key.type());
        String fallback = resolved(key.fallback());
        if (range.matches()) {
            ranged(name, fallback, range.group(1), range.group(2), range.group(3));
            return;
        }
        switch (key.type()) {
            case "port" -> types.portOrAny(name, fallback);
            case "host" -> types.host(name, fallback);
            case "flag" -> types.flag(name, fallback);
            case "url" -> types.url(name, fallback);
            default -> throw new IllegalArgumentException(
                    "must have a type: duration, size or count, each with \"from ... to ...\"; port; host; flag; url");
        }
    }

    /** A default may use the value of a key that is no key of a route. */
    private String resolved(String fallback) {
        return PLACEHOLDER.matcher(fallback).replaceAll(match -> {
            String value = settings.values().get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("has a default that uses an unknown key, " + match.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void ranged(String name, String fallback, String type, String least, String most) {
        switch (type) {
            case "duration" -> types.duration(name, fallback, least, most);
            case "size" -> types.size(name, fallback, least, most);
            default -> types.count(name, fallback, Integer.parseInt(least), Integer.parseInt(most));
        }
    }

    private static String text(Map<?, ?> properties, String name) {
        return properties.get(name) == null ? "" : String.valueOf(properties.get(name));
    }
}
