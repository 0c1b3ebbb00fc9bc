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
 * All three files, validated. Load it before anything starts.
 *
 * @param places the origin of each value: file and line, environment variable or -D option
 */
public record Configuration(GatewayConfig gateway, DirectoryFile directory, Map<String, String> places) {
    /** In the working directory of the gateway. */
    public static final Path FILE = Path.of("config/gateway.properties");

    /**
     * Loads config/gateway.properties of the working directory, with environment and -D options.
     *
     * @param routes finds the problems of the route files, which are reported with all others
     */
    public static Configuration load(Function<GatewayConfig, List<Problem>> routes) {
        return load(FILE, System.getenv(), System.getProperties(), routes);
    }

    /** As {@link #load(Path, Map, Properties, Function)}, without a check of the route files. */
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

    /** Sentences about settings that are right for a try and wrong for an operator. */
    public List<String> warnings() {
        if (directory.isDemo()) {
            return List.of("The directory has demo passwords that everybody can guess. Replace them and remove its line demo: true.");
        }
        return directory.hasGuessable()
                ? List.of("The directory has passwords that are the names of their users, and everybody can guess them. Replace them.")
                : List.of();
    }

    /** The refusal of a value whose fault appears only in use, such as a used port. @param expected the end of a sentence */
    public BadConfig refused(String key, String expected) {
        return new BadConfig(List.of(new Problem(places.get(key), key, gateway.values().get(key), expected)));
    }
}
