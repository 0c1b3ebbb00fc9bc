package io.patchbay.testing;

import static org.awaitility.Awaitility.await;

import io.patchbay.model.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Two gateways, processes of one cluster on loopback with one broker; either may be absent. */
public final class GatewayPair implements AutoCloseable {
    private static final String FIRST = "one";
    private static final String SECOND = "two";
    private final Path directory;
    private final String cluster = "test-" + UUID.randomUUID();
    private final Map<String, String> ports = Map.of(FIRST, GatewayProcess.freePort(), SECOND, GatewayProcess.freePort());
    private final Map<String, GatewayProcess> running = new HashMap<>();
    private final Map<String, String> changed;

    /** None started yet. @param changed keys of both beyond ports, names and the broker */
    public GatewayPair(Path directory, Map<String, String> changed) {
        this.directory = directory;
        this.changed = changed;
    }

    /** Both, started at the same time. */
    public static GatewayPair started(Path directory, Map<String, String> changed) {
        GatewayPair pair = new GatewayPair(directory, changed);
        pair.begin(FIRST);
        pair.begin(SECOND);
        pair.running.values().forEach(GatewayProcess::awaitReady);
        return pair;
    }

    public GatewayProcess first() {
        return running.get(FIRST);
    }

    public GatewayProcess second() {
        return running.get(SECOND);
    }

    public GatewayProcess startFirst() {
        return begin(FIRST).awaitReady();
    }

    public GatewayProcess startSecond() {
        return begin(SECOND).awaitReady();
    }

    public GatewayProcess other(GatewayProcess one) {
        return running.values().stream().filter(g -> g != one).findFirst().orElseThrow();
    }

    private GatewayProcess begin(String node) {
        Map<String, String> options = new HashMap<>(Map.of("node.name", node, "cluster.name", cluster, "cluster.size", "2",
                "cluster.port", ports.get(node), "kafka.brokers", Broker.shared(), "kafka.partitions", "3"));
        options.put("cluster.peers", String.join(",", Stream.of(FIRST, SECOND).map(n -> "127.0.0.1:" + ports.get(n)).toList()));
        options.putAll(changed);
        try {
            running.put(node, GatewayProcess.start(Files.createTempDirectory(directory, node), options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running.get(node);
    }

    /** The gateway that owns the cell: the source of its last event. */
    public GatewayProcess ownerOf(Subject subject) {
        String topic = subject.kind() == Subject.Kind.AGENT ? "cti.agents" : "cti.interactions";
        String source = await().atMost(Duration.ofSeconds(10)).until(() -> Broker.sharedRecords(topic).stream()
                .filter(event -> event.key().equals(subject.id())).map(event -> new String(event.headers().lastHeader("ce_source").value(),
                        StandardCharsets.UTF_8)).reduce((earlier, later) -> later).orElse(null), Objects::nonNull);
        return running.get(source.substring("/patchbay/".length()));
    }

    @Override
    public void close() {
        running.values().forEach(GatewayProcess::close);
    }
}
