package io.patchbay.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One file of routes/ as it is written. */
record RouteFile(String name, String text, List<Map<String, Object>> items) {

    /**
     * A route, a route configuration, or something in one that does something.
     *
     * @param kind  how YAML calls it: route, from, bean, to, onException ...
     * @param owner id of the route or route configuration it is in, its own for these two
     */
    record Node(String file, String kind, String owner, Map<String, Object> body) {
        String text(String key) {
            return body.get(key) == null ? "" : String.valueOf(body.get(key));
        }

        String where() {
            return file + ": " + (text("id").isEmpty() ? "a " + kind + " of " + owner : text("id"));
        }
    }

    static List<RouteFile> all(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().map(RouteFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile of(String name, String text) {
        Object loaded = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
        List<Map<String, Object>> items = new ArrayList<>();
        if (loaded instanceof List<?> list) {
            list.forEach(item -> items.add(map(item)));
        }
        return new RouteFile(name, text, items);
    }

    private static RouteFile read(Path path) {
        try {
            return of(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Node> nodes() {
        List<Node> found = new ArrayList<>();
        for (Map<String, Object> item : items) {
            item.forEach((kind, body) -> {
                if (!kind.equals("beans")) {
                    String id = String.valueOf(map(body).get("id"));
                    found.add(new Node(name, kind, id, map(body)));
                    collect(map(body), id, found);
                }
            });
        }
        return found;
    }

    private void collect(Object value, String owner, List<Node> found) {
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, owner, found));
        } else if (value instanceof Map<?, ?>) {
            map(value).forEach((key, inner) -> {
                switch (key) {
                    case "steps", "onException", "intercept", "interceptFrom", "onCompletion" -> wrapped(inner, owner, found);
                    case "when", "doCatch" -> ((List<?>) inner).forEach(body -> found.add(new Node(name, key, owner, map(body))));
                    case "from", "otherwise", "doFinally" -> found.add(new Node(name, key, owner, map(inner)));
                    default -> { }
                }
                collect(inner, owner, found);
            });
        }
    }

    /** A list of maps with one entry, what it is; or that entry's body at once, on the way down. */
    private void wrapped(Object inner, String owner, List<Node> found) {
        if (inner instanceof List<?> list) {
            list.forEach(step -> map(step).forEach((kind, body) -> found.add(new Node(name, kind, owner, map(body)))));
        }
    }

    /** What is written short ({@code to: direct:x}) becomes a map with its uri, so that the missing id is told. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of("uri", String.valueOf(value));
    }
}
