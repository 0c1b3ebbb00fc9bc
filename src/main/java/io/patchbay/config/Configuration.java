package io.patchbay.config;

import io.patchbay.model.FarEnds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * All three files, sound. The one thing to load before anything starts.
 *
 * @param places where each key of the gateway has its value from: file and line, environment variable or -D option
 */
public record Configuration(GatewayConfig gateway, DirectoryFile directory, Map<String, String> places) {

    /**
     * config/gateway.properties of the directory the process is started in, under its environment and -D options.
     *
     * @param routes finds the problems of the route files, which are told with all others
     */
    public static Configuration load(Function<GatewayConfig, List<Problem>> routes) {
        return load(Path.of("config/gateway.properties"), System.getenv(), System.getProperties(), routes);
    }

    /** As {@link #load(Path, Map, Properties, Function)}; the route files are left to the start. */
    public static Configuration load(Path file, Map<String, String> environment, Properties options) {
        return load(file, environment, options, config -> List.of());
    }

    /** @throws BadConfig with every problem of every file */
    public static Configuration load(Path file, Map<String, String> environment, Properties options,
            Function<GatewayConfig, List<Problem>> routes) {
        List<Problem> problems = new ArrayList<>();
        Settings settings = new Settings(PropertiesFile.read(file, problems), environment, options, problems);
        GatewayConfig gateway = GatewayConfig.read(settings);
        Path platform = gateway.sources().platform();
        FarEnds farEnds = Files.isRegularFile(platform) ? PlatformFile.read(platform, problems) : null;
        Path people = gateway.sources().directory();
        DirectoryReader directory = Files.isRegularFile(people) ? new DirectoryReader(people, problems) : null;
        problems.addAll(routes.apply(gateway));
        if (!problems.isEmpty()) {
            throw new BadConfig(problems);
        }
        return new Configuration(gateway, directory.file(farEnds), Map.copyOf(settings.places()));
    }

    /** A value that only shows to be wrong when it is used, such as a port that is taken. @param expected the end of a sentence */
    public BadConfig refused(String key, String expected) {
        return new BadConfig(List.of(new Problem(places.get(key), key, gateway.values().get(key), expected)));
    }
}
