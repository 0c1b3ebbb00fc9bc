package io.patchbay.config;

import io.patchbay.model.Suggestion;
import java.util.Set;

/**
 * The key prefixes of Camel Main. Camel ignores unknown prefixes ({@code camel.mian.}), so a misspelt one would start without an error.
 * Inside a known prefix Camel refuses an unknown option.
 */
final class CamelKeys {
    static final String PREFIX = "camel.";
    static final Set<String> GROUPS = Set.of("beans", "cluster", "component", "context", "dataformat", "debug", "devConsole",
            "errorRegistry", "faulttolerance", "globalOptions", "health", "language", "lra", "main", "management", "mdc", "metrics",
            "opentelemetry", "opentelemetry2", "resilience4j", "rest", "routeController", "routeTemplate", "security", "server", "ssl",
            "startupcondition", "telemetryDev", "threadpool", "trace", "variable", "vault");

    private CamelKeys() { }

    static boolean knows(String key) {
        String group = group(key);
        return GROUPS.stream().anyMatch(known -> known.equalsIgnoreCase(group)) && key.length() > PREFIX.length() + group.length() + 1;
    }

    static String expected(String key) {
        String hint = Suggestion.nearest(group(key), GROUPS, 2)
                .map(near -> " (did you mean " + PREFIX + near + ".?)").orElse("");
        return "is not a key of Camel Main" + hint;
    }

    private static String group(String key) {
        String rest = key.substring(PREFIX.length());
        int end = rest.indexOf('.') < 0 ? rest.length() : rest.indexOf('.');
        int bracket = rest.indexOf('[');
        return rest.substring(0, bracket < 0 ? end : Math.min(end, bracket));
    }
}
