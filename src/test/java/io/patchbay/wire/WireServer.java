package io.patchbay.wire;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A real port with one YAML route file behind it. */
final class WireServer implements AutoCloseable {

    final CamelContext camel = new DefaultCamelContext();
    final HttpServerPort port;

    WireServer(WireLimits limits) {
        this(limits, ConnectionLimiter.unlimited());
    }

    WireServer(WireLimits limits, ConnectionLimiter limiter) {
        this(limits, limiter, List.of(), List.of());
    }

    WireServer(WireLimits limits, ConnectionLimiter limiter, List<String> origins, List<String> proxies) {
        camel.setCaseInsensitiveHeaders(false);
        port = new HttpServerPort("127.0.0.1", 0, limits, limiter, AllowedOrigins.of(origins), TrustedProxies.of(proxies)).attach(camel);
    }

    static WireServer start(WireLimits limits, String routes, Map<String, Object> beans) throws Exception {
        return new WireServer(limits).run(routes, beans);
    }

    WireServer run(String routes, Map<String, Object> beans) throws Exception {
        beans.forEach(camel.getRegistry()::bind);
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("routes.camel.yaml", routes));
        camel.start();
        port.open();
        return this;
    }

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + port.port() + path);
    }

    URI ws(String path) {
        return URI.create("ws://127.0.0.1:" + port.port() + path);
    }

    /** Small and quick, so that a test reaches every limit. */
    static WireLimits tight() {
        return new WireLimits(1024, 256 * 1024, Duration.ofSeconds(20), Duration.ofMillis(300), Duration.ofSeconds(4),
            Duration.ofSeconds(60), 4);
    }

    static WireLimits pingingEvery(Duration interval) {
        return new WireLimits(1024, 256 * 1024, interval, Duration.ofSeconds(20), Duration.ofSeconds(4), Duration.ofSeconds(60), 4);
    }

    @Override
    public void close() {
        camel.stop();
        port.close();
    }
}
