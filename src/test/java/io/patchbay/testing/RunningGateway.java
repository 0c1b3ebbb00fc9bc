package io.patchbay.testing;

import io.patchbay.Gateway;
import io.patchbay.config.Configuration;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The real gateway in this JVM, on the files of config/ and routes/ and the tests' broker, a cluster of its own each. One that takes
 * commands has a broker of its own, unless its needs name one: two clusters on one broker would both carry them out.
 */
public record RunningGateway(Gateway gateway, Optional<OwnBroker> broker) implements GatewayUnderTest {

    /** For {@link java.util.ServiceLoader}. */
    public static final class Starter implements GatewayUnderTest.Starter {
        @Override
        public GatewayUnderTest start(Map<String, String> needs) {
            return RunningGateway.start(needs);
        }
    }

    /** The one without needs that many tests of this JVM use: they leave no contact in a queue and no agent signed in. Nobody closes it. */
    public static RunningGateway shared() {
        return Shared.GATEWAY;
    }

    private static final class Shared {
        private static final RunningGateway GATEWAY = start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(GATEWAY::close, "stop-gateway"));
        }
    }

    /** @param needs keys beyond free ports and the tests' broker */
    public static RunningGateway start(Map<String, String> needs) {
        Properties options = new Properties();
        options.setProperty("http.host", "127.0.0.1");
        options.setProperty("http.port", "0");
        options.setProperty("harmony.tcp.host", "127.0.0.1");
        options.setProperty("harmony.tcp.port", "0");
        boolean apart = needs.containsKey("kafka.commands.enabled") && !needs.containsKey("kafka.brokers");
        Optional<OwnBroker> broker = apart ? Optional.of(OwnBroker.start()) : Optional.empty();
        options.setProperty("kafka.brokers", broker.map(OwnBroker::bootstrap).orElseGet(Broker::shared));
        options.setProperty("kafka.partitions", "3");
        options.setProperty("cluster.name", "test-" + UUID.randomUUID());
        options.setProperty("cluster.port", Integer.toString(Ports.free()));
        // Tests ask faster than people do.
        options.setProperty("harmony.requests.burst", "100000");
        options.setProperty("harmony.requests.rate", "100000");
        options.setProperty("genesys.requests.burst", "100000");
        options.setProperty("genesys.requests.rate", "100000");
        options.setProperty("genesys.customers.rate", "100000");
        options.setProperty("acqueon.requests.burst", "100000");
        options.setProperty("acqueon.requests.rate", "100000");
        options.setProperty("finesse.requests.burst", "100000");
        options.setProperty("finesse.requests.rate", "100000");
        options.putAll(needs);
        return new RunningGateway(Gateway.start(Configuration.load(Path.of("config/gateway.properties"), Map.of(), options)), broker);
    }

    /** The two members of a cluster, named one and two. */
    public static List<RunningGateway> pair() {
        return pair(Map.of());
    }

    /** @param needs keys of both, beyond the cluster */
    public static List<RunningGateway> pair(Map<String, String> needs) {
        List<String> ports = List.of(Integer.toString(Ports.free()), Integer.toString(Ports.free()));
        String peers = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        String cluster = "pair-" + UUID.randomUUID();
        return Stream.of(0, 1).map(n -> {
            Map<String, String> keys = new HashMap<>(needs);
            keys.putAll(Map.of("node.name", n == 0 ? "one" : "two", "cluster.name", cluster, "cluster.size", "2",
                    "cluster.port", ports.get(n), "cluster.peers", peers));
            return start(keys);
        }).toList();
    }

    @Override
    public URI http() {
        return gateway.http();
    }

    @Override
    public int harmonyTcp() {
        return gateway.tcp("harmonyLines");
    }

    @Override
    public String kafka() {
        return gateway.kafka();
    }

    @Override
    public void close() {
        gateway.close();
        broker.ifPresent(OwnBroker::close);
    }
}
