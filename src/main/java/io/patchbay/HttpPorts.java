package io.patchbay;

import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import io.patchbay.wire.AllowedOrigins;
import io.patchbay.wire.ConnectionLimiter;
import io.patchbay.wire.HttpServerPort;
import io.patchbay.wire.OpsEndpoints;
import io.patchbay.wire.PortUnavailable;
import io.patchbay.wire.TrustedProxies;
import io.patchbay.wire.WireLimits;
import java.net.URI;
import java.util.Optional;

/** The HTTP port of the doors, and the management port if it has a listener of its own. */
final class HttpPorts implements AutoCloseable {
    private static final String CAMEL = "/observe";
    private static final int MANAGEMENT_CONNECTIONS = 100;

    private final GatewayConfig config;
    private final HttpServerPort doors;
    private final Optional<HttpServerPort> management;

    /** Opens nothing yet. */
    HttpPorts(GatewayConfig config, WireLimits limits) {
        this.config = config;
        GatewayConfig.Http http = config.http();
        this.doors = new HttpServerPort(http.host(), http.port(), limits,
                new ConnectionLimiter(http.connections().limit(), http.connections().addressLimit()),
                AllowedOrigins.of(http.origins()), TrustedProxies.of(http.proxies()));
        this.management = config.management().port().stream().mapToObj(port -> new HttpServerPort(config.management().host(), port,
                limits, new ConnectionLimiter(MANAGEMENT_CONNECTIONS, MANAGEMENT_CONNECTIONS), AllowedOrigins.of(http.origins()),
                TrustedProxies.of(http.proxies()))).findFirst();
    }

    /**
     * Serves health and metrics under both names, then listens. With a management port, the names of Camel are served there alone.
     * Refuses the key of a port that cannot listen.
     */
    void open(Configuration configuration, OpsEndpoints ops) {
        ops.serve(doors, "");
        ops.serve(management.orElse(doors), CAMEL);
        management.ifPresent(port -> ops.serve(port, ""));
        open(configuration, doors, "http.port");
        management.ifPresent(port -> open(configuration, port, "management.port"));
    }

    private static void open(Configuration configuration, HttpServerPort port, String key) {
        try {
            port.open();
        } catch (PortUnavailable e) {
            throw configuration.refused(key, "cannot be used. " + e.getMessage());
        }
    }

    HttpServerPort doors() {
        return doors;
    }

    void measure(MeterRegistry registry) {
        doors.measure(registry, "http");
        management.ifPresent(port -> port.measure(registry, "management"));
    }

    /** The address of the doors, with the real port. */
    URI address() {
        return address(config.http().host(), doors);
    }

    /** The address of health and metrics under the names of Camel, with the real port. */
    URI management() {
        return management.map(port -> address(config.management().host(), port)).orElseGet(this::address);
    }

    private static URI address(String host, HttpServerPort port) {
        return URI.create("http://" + ClientAddress.of(host, port.port()));
    }

    @Override
    public void close() {
        management.ifPresent(HttpServerPort::close);
        doors.close();
    }
}
