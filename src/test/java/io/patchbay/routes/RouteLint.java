package io.patchbay.routes;

import io.patchbay.routes.RouteFile.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How route files have to be written. Camel starts "fine" with most of what is refused here. */
final class RouteLint {
    private static final Pattern NAME = Pattern.compile("(1-in-[a-z]+|2-[a-z]+|3-out-[a-z]+|9-[a-z]+)\\.camel\\.yaml");
    private static final Pattern DOOR = Pattern.compile("1-in-([a-z]+)\\.camel\\.yaml");
    private static final String DESCRIPTION = "io.patchbay.door.DoorDescription";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Pattern SIMPLE = Pattern.compile("\\$\\{(body|exchangeProperty\\.\\w+)}");
    private static final Set<String> LANGUAGES = Set.of("constant", "simple", "exchangeProperty");
    private static final Set<String> MEANING = Set.of("script", "toD", "recipientList", "routingSlip", "dynamicRouter", "setBody",
            "setHeader", "setHeaders", "choice", "transform", "process");

    private final List<RouteFile> files;
    private final Set<String> keys;
    private final Set<String> calledByJava;
    private final List<String> problems = new ArrayList<>();

    /** @param keys of the configuration; {@code calledByJava}: direct: stations that a bean sends to */
    RouteLint(List<RouteFile> files, Set<String> keys, Set<String> calledByJava) {
        this.files = files;
        this.keys = keys;
        this.calledByJava = calledByJava;
    }

    List<String> problems() {
        files.forEach(this::file);
        List<Node> nodes = files.stream().flatMap(file -> file.nodes().stream()).toList();
        nodes.forEach(this::node);
        ids(nodes);
        stations(nodes);
        return problems;
    }

    private void file(RouteFile file) {
        check(NAME.matcher(file.name()).matches(), file.name() + ": must be named after its place in the flow: " + NAME.pattern());
        check(!file.nodes().isEmpty(), file.name() + ": has no route");
        check(file.text().lines().noneMatch(line -> line.strip().startsWith("#") || line.contains(" #")),
                file.name() + ": has a # comment, which an editor drops on saving; write a description");
        door(file);
        Matcher placeholder = PLACEHOLDER.matcher(file.text());
        while (placeholder.find()) {
            check(keys.contains(placeholder.group(1)), file.name() + ": {{" + placeholder.group(1) + "}} is no key of gateway.properties");
        }
        file.nodes().stream().filter(node -> node.kind().equals("route")).forEach(route -> check(
                route.text("id").startsWith(file.name().replaceFirst("^\\d-", "").replaceFirst("\\.camel\\.yaml$", "")),
                route.where() + ": a route is named like its file"));
    }

    /** The description of a door carries the name of its file, under which cti.rejected has its messages. */
    private void door(RouteFile file) {
        Matcher in = DOOR.matcher(file.name());
        if (in.matches()) {
            List<String> described = file.items().stream().flatMap(item -> item.get("beans") instanceof List<?> beans ? beans.stream()
                    : Stream.of()).filter(bean -> bean instanceof Map<?, ?> map && DESCRIPTION.equals(map.get("type")))
                    .map(bean -> String.valueOf(((Map<?, ?>) ((Map<?, ?>) bean).get("properties")).get("name"))).toList();
            check(described.equals(List.of(in.group(1))), file.name() + ": must have one bean of type " + DESCRIPTION + " with the name "
                    + in.group(1) + ", has " + described);
        }
    }

    private void node(Node node) {
        check(!node.text("id").isEmpty(), node.where() + ": has no id");
        check(!node.text("description").isEmpty(), node.where() + ": has no description");
        check(node.text("id").equals(node.owner()) || node.text("id").startsWith(node.owner() + "-"),
                node.where() + ": its id must begin with " + node.owner() + "-");
        check(!MEANING.contains(node.kind()), node.where() + ": " + node.kind() + " decides in YAML; make it a method of a bean");
        check(!node.kind().equals("bean") || !node.text("ref").isEmpty() && !node.text("method").isEmpty(),
                node.where() + ": a bean step names ref and method, so that a start checks them");
        languages(node, node.body());
        if (!node.text("uri").isEmpty()) {
            check(!node.text("uri").matches("(bean|class):.*"),
                    node.where() + ": use a bean step; a start does not check " + node.text("uri"));
            Endpoints.problems(node).forEach(problem -> problems.add(node.where() + ": " + problem));
        }
    }

    /** An expression is {@code {language: {expression: text}}}, with or without {@code expression:} around it. */
    private void languages(Node node, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (inner instanceof Map<?, ?> body && body.containsKey("expression") && !(body.get("expression") instanceof Map)) {
                    check(LANGUAGES.contains(String.valueOf(key)), node.where() + ": has a script in " + key);
                    check(!"simple".equals(key) || SIMPLE.matcher(String.valueOf(body.get("expression"))).matches(),
                            node.where() + ": its expression is too long for YAML: " + body.get("expression"));
                }
                if (!Set.of("steps", "onException").contains(key)) {
                    languages(node, inner);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> languages(node, element));
        }
    }

    private void ids(List<Node> nodes) {
        Set<String> seen = new HashSet<>();
        nodes.forEach(node -> check(seen.add(node.text("id")), node.where() + ": its id is taken"));
        Set<String> policies = nodes.stream().filter(node -> node.kind().equals("routeConfiguration")).map(Node::owner)
                .collect(Collectors.toSet());
        nodes.stream().filter(node -> !node.text("routeConfigurationId").isEmpty())
                .forEach(node -> check(policies.contains(node.text("routeConfigurationId")),
                        node.where() + ": no file has the policy " + node.text("routeConfigurationId")));
    }

    private void stations(List<Node> nodes) {
        Set<String> served = new HashSet<>();
        Set<String> called = new HashSet<>(calledByJava);
        nodes.stream().filter(node -> !Endpoints.station(node).isEmpty())
                .forEach(node -> (node.kind().equals("from") ? served : called).add(Endpoints.station(node)));
        called.forEach(name -> check(served.contains(name), "direct:" + name + " is called, but nobody serves it"));
        served.forEach(name -> check(called.contains(name), "direct:" + name + " is served, but nobody calls it"));
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            problems.add(otherwise);
        }
    }
}
