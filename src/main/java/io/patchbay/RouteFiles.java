package io.patchbay;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.RouteDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ResourceLoader;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;

/** The files of routes.directory. A mistake is refused with the name of its file, which Camel does not always report. */
final class RouteFiles {
    private static final String KEY = "routes.directory";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");

    private final Configuration configuration;
    private final List<Path> all;

    private interface Reading {
        void run() throws Exception;
    }

    /** @throws BadConfig if there is no file; Camel would start without a message */
    RouteFiles(Configuration configuration) {
        this.configuration = configuration;
        all = RouteDirectory.files(configuration.gateway().sources().routes());
        if (all.isEmpty()) {
            throw configuration.refused(KEY, "must hold route files (*" + RouteDirectory.ENDING + "): there is none in it");
        }
    }

    /**
     * Makes the beans of a file while it is read, with the beans bound before. Policies of all files come first, because routes name
     * them.
     */
    void readInto(CamelContext camel) {
        ResourceLoader resources = PluginHelper.getResourceLoader(camel);
        RoutesLoader loader = PluginHelper.getRoutesLoader(camel);
        Map<Path, Collection<RoutesBuilder>> builders = new LinkedHashMap<>();
        all.forEach(file -> in(file, () -> builders.put(file, loader.findRoutesBuilders(resources.resolveResource("file:" + file)))));
        builders.forEach((file, found) -> in(file, () -> {
            for (RoutesBuilder builder : found) {
                if (builder instanceof RouteConfigurationsBuilder policies) {
                    camel.addRoutesConfigurations(policies);
                }
            }
        }));
        builders.forEach((file, found) -> in(file, () -> {
            for (RoutesBuilder builder : found) {
                camel.addRoutes(builder);
            }
        }));
    }

    /** The refusal after Camel did not start with these files. */
    BadConfig refused(CamelContext camel, Exception error) {
        String file = Causes.of(error)
                .filter(FailedToCreateRouteException.class::isInstance).map(FailedToCreateRouteException.class::cast)
                .map(failed -> ((ModelCamelContext) camel).getRouteDefinition(failed.getRouteId()))
                .filter(route -> route != null && route.getResource() != null).findFirst().map(RouteFiles::name).orElse("");
        return refused(file + message(error));
    }

    /** The refusal for unserved {@code direct:} stations. */
    BadConfig deserted(Collection<String> stations) {
        String callers = all.stream().filter(file -> stations.stream().anyMatch(name -> text(file).contains(name))).map(Path::toString)
                .collect(Collectors.joining(", "));
        return refused(callers + ": calls " + stations.stream().map(name -> "direct:" + name).collect(Collectors.joining(", "))
                + ", but no route file serves it");
    }

    /** The keys of each port that a route opens: {@code host} and {@code port} for the placeholders of its endpoint that end in these. */
    List<Map<String, String>> ports(CamelContext camel) {
        return ((ModelCamelContext) camel).getRouteDefinitions().stream().map(route -> keys(route.getInput().getUri()))
                .filter(keys -> keys.keySet().containsAll(List.of("host", "port"))).toList();
    }

    private static Map<String, String> keys(String uri) {
        return PLACEHOLDER.matcher(uri).results().map(found -> found.group(1))
                .collect(Collectors.toMap(key -> key.substring(key.lastIndexOf('.') + 1), key -> key, (one, other) -> one));
    }

    private void in(Path file, Reading reading) {
        try {
            reading.run();
        } catch (Exception e) {
            if (Causes.of(e).anyMatch(LinkageError.class::isInstance)) {
                throw new IllegalStateException("The gateway did not start: " + message(e), e);
            }
            throw refused(file + ": " + message(e));
        }
    }

    private BadConfig refused(String why) {
        return configuration.refused(KEY, "holds a route file that cannot be used: " + why);
    }

    private static String name(RouteDefinition route) {
        return route.getResource().getLocation().replaceFirst("^file:", "") + ": ";
    }

    /** One line: the first new line of each cause. */
    static String message(Throwable error) {
        StringBuilder lines = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            if (lines.indexOf(line) < 0) {
                lines.append(lines.length() == 0 ? "" : " — ").append(line);
            }
        }
        return lines.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
