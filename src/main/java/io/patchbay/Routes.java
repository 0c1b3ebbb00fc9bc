package io.patchbay;

import io.patchbay.config.Configuration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.main.Main;

/** The route files in Camel. What Camel itself starts without a word is refused here: no files, and a station nobody serves. */
final class Routes implements AutoCloseable {
    private final RouteFiles files;
    private final Main main = new Main();

    Routes(Configuration configuration) {
        this.files = new RouteFiles(configuration);
        main.configure().setRoutesIncludePattern("false");
        main.configure().setAutoConfigurationFailFast(true);
        main.configure().setShutdownTimeout(5);
        main.configure().setName("patchbay");
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

    void start(String brokers) {
        main.addOverrideProperty("kafka.brokers", brokers);
        files.readInto(context());
        try {
            main.start();
        } catch (RuntimeException e) {
            throw files.refused(context(), e);
        }
        Set<String> served = context().getRoutes().stream().map(r -> r.getEndpoint().getEndpointKey()).collect(Collectors.toSet());
        List<String> deserted = context().getEndpoints().stream().filter(DirectEndpoint.class::isInstance).map(Endpoint::getEndpointKey)
                .filter(key -> !served.contains(key)).map(key -> key.replace("direct://", "")).toList();
        if (!deserted.isEmpty()) {
            throw files.deserted(deserted);
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
