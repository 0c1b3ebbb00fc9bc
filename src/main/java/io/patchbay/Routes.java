package io.patchbay;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.publish.RouteKafkaClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.main.Main;

/** The route files in Camel. Refuses two mistakes that Camel starts without a message: no files, and an unserved station. */
final class Routes implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;
    private final Configuration configuration;
    private final RouteFiles files;
    private final Main main = new Main();

    Routes(Configuration configuration) {
        this.configuration = configuration;
        this.files = new RouteFiles(configuration);
        main.configure().setRoutesIncludePattern("false");
        main.configure().setAutoConfigurationFailFast(true);
        main.configure().setShutdownTimeout(PATIENCE_SECONDS);
        main.configure().setName("patchbay");
        main.configure().setCaseInsensitiveHeaders(false);
        main.setPropertyPlaceholderLocations("false");
        configuration.gateway().values().forEach(main::addOverrideProperty);
        main.init();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    void bind(String name, Object bean) {
        context().getRegistry().bind(name, bean);
    }

    void start(KafkaClients kafka) {
        main.addOverrideProperty("kafka.brokers", kafka.brokers());
        bind("routeKafkaClients", new RouteKafkaClients(kafka));
        files.readInto(context());
        try {
            main.start();
        } catch (RuntimeException e) {
            throw taken(e).orElseGet(() -> files.refused(context(), e));
        }
        Set<String> served = context().getRoutes().stream().map(r -> r.getEndpoint().getEndpointKey()).collect(Collectors.toSet());
        List<String> deserted = context().getEndpoints().stream().filter(DirectEndpoint.class::isInstance).map(Endpoint::getEndpointKey)
                .filter(key -> !served.contains(key)).map(key -> key.replace("direct://", "")).toList();
        if (!deserted.isEmpty()) {
            throw files.deserted(deserted);
        }
    }

    /** Whether a port that a route opens cannot be used; Camel does not tell which. */
    private Optional<BadConfig> taken(Exception error) {
        return Causes.of(error).filter(SocketException.class::isInstance).findFirst().flatMap(cause -> files.ports(context()).stream()
                .filter(keys -> !isFree(value(keys.get("host")), value(keys.get("port")))).findFirst()
                .map(keys -> taken(keys, cause.getMessage())));
    }

    private static boolean isFree(String host, String port) {
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private String value(String key) {
        return configuration.gateway().values().get(key);
    }

    private BadConfig taken(Map<String, String> keys, String why) {
        return configuration.refused(keys.get("port"), "cannot be used with " + keys.get("host") + " "
                + value(keys.get("host")) + ": " + why
                + ". Stop the process that holds it or configure another port.");
    }

    /** Stops the endpoints for clients. Stations and the output to Kafka continue until {@link #close}. */
    void closeDoors() throws Exception {
        for (Route route : context().getRoutes()) {
            if (!(route.getEndpoint() instanceof DirectEndpoint)) {
                context().getRouteController().stopRoute(route.getId(), PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
