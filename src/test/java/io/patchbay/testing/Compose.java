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

/** docker-compose.yml as data. */
public record Compose(Map<String, Map<String, Object>> services) {
    @SuppressWarnings("unchecked")
    public static Compose read() {
        try {
            Object file = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("docker-compose.yml")));
            return new Compose(((Map<String, Map<String, Map<String, Object>>>) file).get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the services that are gateways. */
    public List<String> gateways() {
        return services.keySet().stream().filter(name -> name.startsWith("gateway")).toList();
    }

    public Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) services.get(service).get("environment")).forEach((key, value) -> environment.put((String) key, (String) value));
        return environment;
    }

    /** The fixed address of a gateway in the members' network. */
    public String address(String gateway) {
        Map<?, ?> members = (Map<?, ?>) ((Map<?, ?>) services.get(gateway).get("networks")).get("members");
        return (String) members.get("ipv4_address");
    }

    public String dockerfile(String gateway) {
        return (String) ((Map<?, ?>) services.get(gateway).get("build")).get("dockerfile_inline");
    }
}
