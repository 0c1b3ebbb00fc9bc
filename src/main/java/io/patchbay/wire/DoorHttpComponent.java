package io.patchbay.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code door-http:/path?methods=GET,POST&below=true&headers=If-Match}: requests of the HTTP port, one exchange each. The incoming body
 * is an {@link HttpRequest}, the outgoing body an {@link HttpResponse}. HEAD is served for each GET, OPTIONS for each path.
 *
 * <p>{@code methods}: the methods of the path, separated by commas. Other methods get 405 with this list. {@code below}: whether paths
 * below are served, too. {@code headers}: the request headers for the door. No other header reaches the route.
 */
final class DoorHttpComponent extends DefaultComponent {
    static final String SCHEME = "door-http";
    private static final Set<String> KNOWN = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final HttpServerPort port;

    DoorHttpComponent(HttpServerPort port) {
        this.port = port;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Set<String> methods = list(getAndRemoveParameter(parameters, "methods", String.class, "GET"));
        if (methods.isEmpty() || !KNOWN.containsAll(methods)) {
            throw new IllegalArgumentException(uri + ": methods must be some of " + new TreeSet<>(KNOWN) + ", was " + methods);
        }
        boolean below = getAndRemoveParameter(parameters, "below", Boolean.class, false);
        Set<String> headers = new TreeSet<>();
        list(getAndRemoveParameter(parameters, "headers", String.class, "")).forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
        String path = remaining.startsWith("/") ? remaining : "/" + remaining;
        return new DoorHttpEndpoint(uri, this, port, new ServedPaths.Served(path, below, Set.copyOf(methods)), Set.copyOf(headers));
    }

    private static Set<String> list(String text) {
        Set<String> all = new TreeSet<>();
        Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).forEach(all::add);
        return all;
    }
}
