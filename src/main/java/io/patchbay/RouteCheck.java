package io.patchbay;

import static io.patchbay.config.RouteDirectory.list;
import static io.patchbay.config.RouteDirectory.map;

import io.patchbay.config.GatewayConfig;
import io.patchbay.config.Problem;
import io.patchbay.config.RouteDirectory;
import io.patchbay.model.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Checks route files before anything starts, so their mistakes are reported with those of the configuration: invalid YAML, unknown
 * steps of Camel, unknown keys, unknown classes and methods of beans, unserved stations. Camel checks the options of endpoints at
 * start. Creates no bean.
 */
final class RouteCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> keys;
    private final Map<String, String> beans = new HashMap<>();
    private final Map<String, Path> called = new HashMap<>();
    private final Set<String> served = new HashSet<>();

    private RouteCheck(Set<String> keys) {
        this.keys = keys;
    }

    /** All problems of all files. */
    static List<Problem> problems(GatewayConfig config) {
        RouteCheck check = new RouteCheck(config.values().keySet());
        Map<Path, List<?>> files = new LinkedHashMap<>();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            for (Path file : RouteDirectory.files(config.sources().routes())) {
                check.parsed(file, camel).ifPresent(items -> files.put(file, items));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.forEach(check::beans);
        files.forEach(check::steps);
        check.called.forEach((station, file) -> {
            if (!check.served.contains(station)) {
                check.problem(file, "calls direct:" + station + ", but no route file serves it" + Suggestion.text(station, check.served));
            }
        });
        return check.problems;
    }

    private void problem(Path file, String what) {
        problems.add(new Problem(file.toString(), "", null, what));
    }

    /** The items of the file. Empty, with a problem, if the file is not YAML or not a route of Camel. */
    private Optional<List<?>> parsed(Path file, CamelContext camel) {
        try {
            String text = Files.readString(file);
            Object items = new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(text);
            if (!(items instanceof List<?> list)) {
                problem(file, "must hold a list of beans and routes");
                return Optional.empty();
            }
            placeholders(file, text);
            parse(camel, file, withoutBeans(text));
            return Optional.of(list);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            problems.add(new Problem(file + line, "", null, "is not valid YAML: " + e.getProblem()));
        } catch (IOException | YamlEngineException e) {
            problem(file, "cannot be read as YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void placeholders(Path file, String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher found = PLACEHOLDER.matcher(line);
            while (found.find()) {
                if (!keys.contains(found.group(1))) {
                    problems.add(new Problem(file + ":" + number, "", null, "uses {{" + found.group(1)
                            + "}}, which is not a key of the gateway" + Suggestion.text(found.group(1), keys)));
                }
            }
        }
    }

    /** Lets Camel parse routes and policies without starting them. */
    private void parse(CamelContext camel, Path file, String routes) {
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(file.getFileName().toString(), routes));
        } catch (Exception e) {
            problem(file, "is refused by Camel: " + RouteFiles.message(e));
        }
    }

    /** The same text with empty lines instead of beans, so lines keep their numbers. */
    private static String withoutBeans(String text) {
        String[] lines = text.split("\n", -1);
        Node root = new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
        for (Node item : ((SequenceNode) root).getValue()) {
            if (item instanceof MappingNode mapping && mapping.getValue().stream()
                    .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals("beans"))) {
                int end = item.getEndMark().orElseThrow().getLine();
                Arrays.fill(lines, item.getStartMark().orElseThrow().getLine(), Math.min(lines.length, Math.max(end,
                        item.getStartMark().orElseThrow().getLine() + 1)), "");
            }
        }
        return String.join("\n", lines);
    }

    private void beans(Path file, List<?> items) {
        for (Object item : items) {
            for (Object bean : list(map(item).get("beans"))) {
                String name = String.valueOf(map(bean).get("name"));
                String type = String.valueOf(map(bean).get("type"));
                if (beans.put(name, type) != null) {
                    problem(file, "declares a bean " + name + ", and so does this or another route file");
                }
                if (type(type).isEmpty()) {
                    problem(file, "declares a bean " + name + " of the class " + type + ", which does not exist");
                }
            }
        }
    }

    /** Every step that calls a bean or a station, at any depth. */
    private void steps(Path file, Object node) {
        list(node).forEach(each -> steps(file, each));
        map(node).forEach((kind, body) -> {
            Map<?, ?> step = map(body);
            if (kind.equals("bean") && step.containsKey("ref")) {
                bean(file, String.valueOf(step.get("ref")), String.valueOf(step.get("method")));
            }
            if ("direct".equals(step.get("uri"))) {
                station(file, kind, String.valueOf(map(step.get("parameters")).get("name")));
            }
            if (!kind.equals("beans")) {
                steps(file, body);
            }
        });
    }

    private void station(Path file, Object kind, String name) {
        if (kind.equals("from")) {
            served.add(name);
        } else {
            called.putIfAbsent(name, file);
        }
    }

    /** Camel checks the beans of the gateway at start. */
    private void bean(Path file, String name, String method) {
        Optional.ofNullable(beans.get(name)).flatMap(RouteCheck::type).ifPresent(type -> {
            List<String> methods = Arrays.stream(type.getMethods()).map(Method::getName).distinct().toList();
            if (!methods.contains(method)) {
                problem(file, "calls the method " + method + " of the bean " + name + ", which has none of that name"
                        + Suggestion.text(method, methods));
            }
        });
    }

    /** Without the libraries that a class needs, the start itself fails with the cause: no fault of the file. */
    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, RouteCheck.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
