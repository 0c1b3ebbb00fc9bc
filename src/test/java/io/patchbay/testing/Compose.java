package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** docker-compose.yml as data, with the defaults of its variables. */
public record Compose(Map<String, Object> file) {
    private static final String VARIABLE_WITH_DEFAULT = "\\$\\{\\w+:-([^}]*)}";
    private static final String SECRETS = "/run/secrets/";

    @SuppressWarnings("unchecked")
    public static Compose read() {
        try {
            String text = Files.readString(Path.of("docker-compose.yml")).replaceAll(VARIABLE_WITH_DEFAULT, "$1");
            return new Compose((Map<String, Object>) new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
                    .loadFromString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<?, ?> service(String name) {
        return (Map<?, ?>) services().get(name);
    }

    public Map<?, ?> services() {
        return (Map<?, ?>) file.get("services");
    }

    /** The names of the services that are gateways. */
    public List<String> gateways() {
        return services().keySet().stream().map(String.class::cast).filter(name -> name.startsWith("gateway")).toList();
    }

    /** The variables of a service. A file of a secret is the file of this machine. */
    public Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) service(service).get("environment")).forEach((key, value) ->
                environment.put((String) key, onThisMachine((String) value)));
        return environment;
    }

    private String onThisMachine(String value) {
        return value.startsWith(SECRETS) ? secret(value.substring(SECRETS.length())) : value;
    }

    /** The path of its file on this machine. */
    public String secret(String name) {
        return (String) ((Map<?, ?>) ((Map<?, ?>) file.get("secrets")).get(name)).get("file");
    }

    /** The name of a gateway for the other members. */
    public String address(String gateway) {
        return environment(gateway).get("CLUSTER_HOST");
    }

    /** The command that tells whether a service is well. */
    public List<String> healthCheck(String service) {
        List<?> test = (List<?>) ((Map<?, ?>) service(service).get("healthcheck")).get("test");
        return test.stream().skip(1).map(String.class::cast).toList();
    }

    public String dockerfile(String gateway) {
        return (String) ((Map<?, ?>) service(gateway).get("build")).get("dockerfile_inline");
    }
}
