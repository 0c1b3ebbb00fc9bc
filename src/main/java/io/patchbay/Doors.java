package io.patchbay;

import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.door.DoorDescription;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpServerPort;
import io.patchbay.wire.TcpLines;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.spi.Registry;

/** The doors of the route files: descriptions, TCP ports and error renderers, in the order of names. */
final class Doors implements AutoCloseable {
    private final HttpServerPort http;
    private final Map<String, TcpLines> lines;
    private final Collection<DoorDescription> descriptions;

    /** Create it after the routes have started. */
    Doors(Registry beans, HttpServerPort http) {
        this.http = http;
        lines = new TreeMap<>(beans.findByTypeWithName(TcpLines.class));
        descriptions = new TreeMap<>(beans.findByTypeWithName(DoorDescription.class)).values();
        Collection<ErrorRenderer> renderers = beans.findByType(ErrorRenderer.class);
        http.useErrorRenderers(renderers);
        lines.values().forEach(each -> each.useErrorRenderers(renderers));
    }

    void measure(MeterRegistry registry) {
        lines.values().forEach(each -> each.measure(registry));
    }

    int tcp(String bean) {
        return lines(bean).port();
    }

    private TcpLines lines(String bean) {
        if (!lines.containsKey(bean)) {
            throw new IllegalArgumentException("No route file has a bean of lines " + bean + ", only " + lines.keySet());
        }
        return lines.get(bean);
    }

    /** @param http address of the HTTP port */
    List<String> announcement(URI http) {
        return descriptions.stream().flatMap(door -> door.announcement(name -> address(name, http)).lines()).toList();
    }

    private String address(String name, URI http) {
        return switch (name) {
            case "http" -> http.toString();
            case "ws" -> "ws" + http.toString().substring("http".length());
            default -> RunGateway.shown(URI.create("tcp://" + ClientAddress.of(lines(name.substring(name.indexOf(':') + 1)).address())))
                    .getAuthority();
        };
    }

    /** Ends every connection that stays open, so that its client connects elsewhere. Does not wait. */
    void closeClients() {
        http.closeClients();
        lines.values().forEach(TcpLines::closeClients);
    }

    @Override
    public void close() {
        lines.values().forEach(TcpLines::close);
    }
}
