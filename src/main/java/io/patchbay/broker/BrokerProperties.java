package io.patchbay.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of a single node that differ from Kafka's defaults for clusters. */
final class BrokerProperties {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    /** The controller logs an error for a heartbeat that waits for half of it, as happens at the start of a loaded machine. */
    private static final long HEARTBEAT_MILLIS = 5_000;
    private static final String CLIENTS = "PLAINTEXT";

    private BrokerProperties() { }

    /**
     * @param session how long the controller takes a silent broker for alive. A loaded machine needs a long one. After a kill the
     *                controller waits for its end, because the registration of the killed broker counts from the start.
     */
    static Map<String, String> of(BrokerSettings settings, Ports ports, Duration session) {
        Map<String, String> all = new HashMap<>(SINGLE_NODE);
        all.put("broker.session.timeout.ms", String.valueOf(session.toMillis()));
        all.put("broker.heartbeat.interval.ms", String.valueOf(Math.min(HEARTBEAT_MILLIS, session.toMillis() / 4)));
        String controller = address("127.0.0.1", ports.controller());
        all.put("node.id", String.valueOf(NODE));
        all.put("log.dirs", settings.directory().toString());
        all.put("controller.quorum.voters", NODE + "@" + controller);
        all.put("listeners", CLIENTS + "://" + address(settings.host(), ports.broker()) + "," + CONTROLLER + "://" + controller);
        all.put("advertised.listeners", CLIENTS + "://" + address(settings.advertised(), ports.broker()));
        return all;
    }

    static String address(String host, int port) {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    private static final Map<String, String> SINGLE_NODE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("inter.broker.listener.name", CLIENTS),
            Map.entry("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
            // An unknown topic is refused. The gateway creates its topics at start.
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"));
}
