package io.patchbay.routes;

import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Whether Camel knows an endpoint of a route file with all its options, by its own catalogue. */
final class Endpoints {
    /** Ours, so no catalogue has it; Camel refuses an unknown option of it at start. */
    private static final String OWN = "door-";
    private static final CamelCatalog CATALOG = new DefaultCamelCatalog();

    private Endpoints() { }

    /** The station of a {@code direct:} endpoint; empty for any other. */
    static String station(RouteFile.Node node) {
        String uri = node.text("uri");
        if (uri.equals("direct")) {
            return String.valueOf(parameters(node).get("name"));
        }
        return uri.startsWith("direct:") ? uri.substring("direct:".length()).replaceFirst("^//", "").replaceFirst("\\?.*", "") : "";
    }

    /** What is wrong with it; empty when nothing is. */
    static List<String> problems(RouteFile.Node node) {
        String uri = node.text("uri");
        String scheme = uri.replaceFirst("[:?].*", "");
        if (scheme.startsWith(OWN)) {
            return List.of();
        }
        try {
            EndpointValidationResult result = CATALOG.validateEndpointProperties(uri(uri, scheme, parameters(node)), false,
                    node.kind().equals("from"), !node.kind().equals("from"));
            return result.isSuccess() ? List.of() : result.summaryErrorMessage(false).strip().lines().map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String uri(String uri, String scheme, Map<String, String> parameters) throws URISyntaxException {
        if (uri.equals(scheme)) {
            return CATALOG.asEndpointUri(scheme, parameters, false);
        }
        StringBuilder all = new StringBuilder(uri);
        parameters.forEach((key, value) -> all.append(all.indexOf("?") < 0 ? '?' : '&').append(key).append('=').append(value));
        return all.toString();
    }

    private static Map<String, String> parameters(RouteFile.Node node) {
        Map<String, String> all = new LinkedHashMap<>();
        if (node.body().get("parameters") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> all.put(String.valueOf(key), String.valueOf(value)));
        }
        return all;
    }
}
