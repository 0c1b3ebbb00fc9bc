package io.patchbay.config;

import io.patchbay.kafka.KafkaSecurity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;

/**
 * The content of config/gateway.properties, one record for each prefix. The file describes every key. Sizes are in bytes. {@code
 * values} holds the text in force of every key: these, those that route files declare ({@link ConfigKey}), and the {@code camel.} keys
 * of the file.
 */
public record GatewayConfig(String node, Http http, Management management, Json json, WebSocket webSocket, Offer offer,
                            Interaction interaction, Monitor monitor, Login login, Cluster cluster, Kafka kafka, Events events,
                            Sources sources, Map<String, String> values) {
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::");

    /**
     * @param port 0 for a free one
     * @param origins of pages of other hosts that may use the port
     * @param proxies IP addresses or networks with a trusted X-Forwarded-For
     */
    public record Http(String host, int port, int messageLimit, Connections connections, List<String> origins, List<String> proxies) { }

    /** @param addressLimit of connections from one address */
    public record Connections(int limit, int addressLimit) { }

    /** @param port 0 for a free one; empty: the HTTP port */
    public record Management(String host, OptionalInt port) { }

    /** @param numberLimit in digits; {@code stringLimit} in characters */
    public record Json(int depthLimit, int tokensLimit, int stringLimit, int numberLimit) { }

    public record WebSocket(Duration pingInterval, int queueLimit, Duration partialTimeout) { }

    /** @param lost how long an offer outlives the last client; empty where offers do not depend on clients */
    public record Offer(Duration timeout, Duration again, Optional<Duration> lost) { }

    public record Interaction(Duration retention) { }

    /** @param tell whether agents see a supervisor who monitors silently */
    public record Monitor(boolean tell) { }

    /**
     * @param timeout from the opening of a connection to its sign-in
     * @param after wrong attempts of a name from an address, then one attempt each {@code pause}
     */
    public record Login(Duration timeout, int after, Duration pause) { }

    /** @param peers host or host:port each; empty: a member alone; {@code unable}: until clients are closed */
    public record Cluster(String name, int size, String host, int port, List<String> peers, Duration unable) { }

    /** @param brokers host:port each; empty: the embedded broker; {@code rejectedLimit} is for each second */
    public record Kafka(List<String> brokers, EmbeddedKafka embedded, int partitions, int replication, Duration retention,
                        int rejectedLimit, Commands commands, KafkaSecurity security) {
        public boolean isEmbedded() {
            return brokers.isEmpty();
        }
    }

    /** @param port 0 for a free one; an empty {@code advertised} means {@code host} */
    public record EmbeddedKafka(Path dir, String host, int port, String advertised) { }

    public record Commands(boolean enabled) { }

    /** @param schemasBase an absolute URI without a slash at its end; empty: the HTTP port of this machine */
    public record Events(String schemasBase) {
        /** @param port the open HTTP port */
        public String schemas(int port) {
            return schemasBase.isEmpty() ? "http://localhost:" + port + "/schemas" : schemasBase;
        }
    }

    public record Sources(Path directory, Path platform, Path routes) { }

    public GatewayConfig {
        values = Map.copyOf(values);
    }

    /**
     * @param options the -D options; they win over {@code environment} ({@code HTTP_PORT}), and this over the file
     * @throws BadConfig with all problems of the file; the YAML files are not read yet
     */
    public static GatewayConfig read(Path file, Map<String, String> environment, Properties options) {
        List<Problem> problems = new ArrayList<>();
        GatewayConfig config = read(new Settings(PropertiesFile.read(file, problems), environment, options, problems));
        if (!problems.isEmpty()) {
            throw new BadConfig(problems);
        }
        return config;
    }

    static GatewayConfig read(Settings settings) {
        ConfigTypes types = new ConfigTypes(settings);
        String node = types.name("node.name", "n1");
        Http http = new Http(types.host("http.host", "127.0.0.1"), types.portOrAny("http.port", "8080"),
                types.size("http.message.limit", "64KiB", "1KiB", "16MiB"), connections(types, "http.connections"),
                types.origins("http.origins", ""), types.networks("http.proxies", ""));
        Management management = management(types, http);
        Json json = new Json(types.count("json.depth.limit", "32", 8, 1000), types.count("json.tokens.limit", "10000", 100, 1_000_000),
                types.size("json.string.limit", "16KiB", "1KiB", "16MiB"), types.count("json.number.limit", "100", 20, 1000));
        WebSocket webSocket = new WebSocket(types.duration("websocket.ping.interval", "25s", "100ms", "1m"),
                types.size("websocket.queue.limit", "1MiB", "64KiB", "1GiB"),
                types.duration("websocket.partial.timeout", "10s", "100ms", "10m"));
        Offer offer = new Offer(types.duration("offer.timeout", "30s", "100ms", "1h"), types.duration("offer.again", "10s", "0s", "1h"),
                absent(types.flag("offer.absent", "false"), types.duration("offer.lost", "5s", "0s", "1h")));
        Interaction interaction = new Interaction(types.duration("interaction.retention", "10m", "0s", "7d"));
        Monitor monitor = new Monitor(types.flag("monitor.tell", "false"));
        Login login = new Login(types.duration("login.timeout", "1m", "100ms", "1h"), types.count("login.slowdown.after", "5", 1, 1000),
                types.duration("login.slowdown.pause", "2s", "0s", "1h"));
        Cluster cluster = cluster(settings, types);
        Kafka kafka = kafka(settings, types);
        Events events = new Events(types.urlOrNone("events.schemas.base", ""));
        Sources sources = new Sources(types.existing("directory.file", "config/directory.yaml", "a file", Files::isRegularFile),
                types.existing("platform.file", "config/platform.yaml", "a file", Files::isRegularFile),
                types.existing("routes.directory", "routes", "a directory", Files::isDirectory));
        new RouteKeys(settings).read(sources.routes());
        settings.refuseUnknown();
        return new GatewayConfig(node, http, management, json, webSocket, offer, interaction, monitor, login, cluster, kafka, events,
                sources, settings.values());
    }

    private static Optional<Duration> absent(boolean offered, Duration lost) {
        return offered ? Optional.empty() : Optional.of(lost);
    }

    private static Connections connections(ConfigTypes types, String prefix) {
        return new Connections(types.count(prefix + ".limit", "5000", 1, 1_000_000),
                types.count(prefix + ".address.limit", "5000", 1, 1_000_000));
    }

    private static Management management(ConfigTypes types, Http http) {
        String host = types.host("management.host", "127.0.0.1");
        OptionalInt port = types.portOrNone("management.port", "");
        return new Management(host, port.stream().filter(wanted -> wanted == 0 || wanted != http.port()).findFirst());
    }

    private static Cluster cluster(Settings settings, ConfigTypes types) {
        Cluster cluster = new Cluster(types.name("cluster.name", "patchbay"), types.count("cluster.size", "1", 1, 100),
                types.privateHost("cluster.host", "127.0.0.1"), types.port("cluster.port", "5701"),
                types.places("cluster.peers", "", false), types.duration("cluster.unable.timeout", "5s", "1s", "1h"));
        if (cluster.size() > 1 && cluster.peers().isEmpty()) {
            settings.refuse("cluster.peers", "must name the members to join, host:port, because cluster.size is " + cluster.size());
        }
        return cluster;
    }

    private static Kafka kafka(Settings settings, ConfigTypes types) {
        List<String> brokers = types.places("kafka.brokers", "", true);
        KafkaSecurity security = new KafkaSecurityKeys(settings).read(brokers.isEmpty());
        Kafka kafka = new Kafka(brokers, new EmbeddedKafka(types.path("kafka.embedded.dir", "data/kafka"),
                types.host("kafka.embedded.host", "127.0.0.1"), types.portOrAny("kafka.embedded.port", "9092"),
                types.hostOrNone("kafka.embedded.advertised", "")),
                types.count("kafka.partitions", "8", 1, 1000), types.count("kafka.replication", "1", 1, 10),
                types.duration("kafka.retention", "7d", "1m", "3650d"), types.count("kafka.rejected.limit", "10", 1, 10_000),
                new Commands(types.flag("kafka.commands.enabled", "false")), security);
        if (kafka.isEmbedded() && kafka.replication() > 1) {
            settings.refuse("kafka.replication", "must be 1: the broker in this process is alone (kafka.brokers is empty)");
        }
        if (kafka.isEmbedded() && WILDCARDS.contains(kafka.embedded().host()) && kafka.embedded().advertised().isEmpty()) {
            settings.refuse("kafka.embedded.advertised", "must say which host name clients use: the broker listens on every interface");
        }
        return kafka;
    }
}
