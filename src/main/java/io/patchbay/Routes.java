package io.patchbay;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ResourceLoader;
import org.apache.camel.support.PluginHelper;

/** The route files in Camel. What Camel itself starts without a word is refused here: no files, and a station nobody serves. */
final class Routes implements AutoCloseable {
    private static final String KEY = "routes.directory";
    private static final String ENDING = ".camel.yaml";

    private final Configuration configuration;
    private final Path directory;
    private final Main main = new Main();

    Routes(Configuration configuration) {
        this.configuration = configuration;
        this.directory = configuration.gateway().sources().routes();
        if (files().isEmpty()) {
            throw configuration.refused(KEY, "must hold route files (*" + ENDING + "): there is none in it");
        }
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
        try {
            read();
            main.start();
        } catch (Exception e) {
            throw refused(rootMessage(e));
        }
        Set<String> served = context().getRoutes().stream().map(r -> r.getEndpoint().getEndpointKey()).collect(Collectors.toSet());
        List<String> deserted = context().getEndpoints().stream().filter(DirectEndpoint.class::isInstance)
                .map(Endpoint::getEndpointKey).filter(key -> !served.contains(key)).map(key -> key.replace("//", "")).toList();
        if (!deserted.isEmpty()) {
            throw refused("a route calls " + String.join(", ", deserted) + ", but no route file serves it");
        }
    }

    /** Only now: the beans of a route file are made as it is read, of the beans bound before. */
    private void read() throws Exception {
        ResourceLoader loader = PluginHelper.getResourceLoader(context());
        List<Resource> resources = files().stream().map(file -> loader.resolveResource("file:" + file)).toList();
        PluginHelper.getRoutesLoader(context()).loadRoutes(resources);
    }

    private BadConfig refused(String why) {
        return configuration.refused(KEY, "holds a route file that cannot be used: " + why);
    }

    private static String rootMessage(Throwable error) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (all.indexOf(message) < 0) {
                all.append(all.length() == 0 ? "" : " — ").append(message.lines().findFirst().orElse(""));
            }
        }
        return all.toString();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(p -> p.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
