package io.patchbay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.broker.BrokerWatch;
import io.patchbay.cli.Version;
import io.patchbay.grid.Census;
import io.patchbay.grid.GridStatus;
import io.patchbay.model.Directory;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.QueueEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The metrics over the state of this member. They are read when the metrics are asked for. Agents, interactions and queues are those of
 * the cells that this member owns, so that the sum over all members is right.
 */
final class GatewayMetrics {
    private static final String SECONDS = "seconds";

    private final MeterRegistry registry;
    private final GridStatus grid;
    private final Clock clock;

    private GatewayMetrics(MeterRegistry registry, GridStatus grid, Clock clock) {
        this.registry = registry;
        this.grid = grid;
        this.clock = clock;
    }

    /** @param directory names the queues */
    static void register(MeterRegistry registry, GridStatus grid, BrokerWatch broker, GatewayHealth health, Directory directory,
            Clock clock) {
        GatewayMetrics metrics = new GatewayMetrics(registry, grid, clock);
        Gauge.builder("patchbay.ready", health, told -> told.isReady() ? 1 : 0).strongReference(true)
                .description("1 if this member can take commands now").register(registry);
        metrics.member(broker);
        metrics.cells(directory.queues());
    }

    private void member(BrokerWatch broker) {
        Gauge.builder("patchbay.build.info", () -> 1).tag("version", Version.text()).description("The version of the gateway")
                .strongReference(true).register(registry);
        gauge("patchbay.members", "Members that this member sees", GridStatus::members);
        gauge("patchbay.members.expected", "Members that the cluster should have", GridStatus::expected);
        gauge("patchbay.lone", "1 if no other member has a copy of each cell", status -> status.isLone() ? 1 : 0);
        Gauge.builder("patchbay.broker.up", broker, watch -> watch.isReachable() ? 1 : 0).strongReference(true)
                .description("1 if a Kafka broker answers").register(registry);
        gauge("patchbay.events.unpublished", "Events that Kafka has not acknowledged", GridStatus::unpublished);
        Gauge.builder("patchbay.events.unpublished.age", grid, status -> seconds(status.oldestUnpublished())).baseUnit(SECONDS)
                .description("Age of the oldest event that Kafka has not acknowledged").register(registry);
    }

    private void cells(List<QueueEntry> queues) {
        gauge("patchbay.sessions", "Signed-in agents", status -> status.census().sessions());
        for (ChannelState state : ChannelState.values()) {
            counted("patchbay.agents", "Signed-in agents, each by the state of the channel that claims the agent most", "state",
                    word(state), census -> census.agents().getOrDefault(state, 0));
        }
        for (Medium medium : Medium.values()) {
            counted("patchbay.interactions", "Live interactions", "medium", word(medium),
                    census -> census.interactions().getOrDefault(medium, 0));
        }
        for (QueueEntry queue : queues) {
            String name = queue.name().value();
            counted("patchbay.queue.waiting", "Contacts of the queue that nobody has taken", "queue", name,
                    census -> arrivals(census, queue).size());
            Gauge.builder("patchbay.queue.longest.wait", grid, status -> longestWait(arrivals(status.census(), queue))).baseUnit(SECONDS)
                    .tag("queue", name).description("Wait of the contact of the queue that arrived first").register(registry);
        }
    }

    private static List<Instant> arrivals(Census census, QueueEntry queue) {
        return census.arrivals().getOrDefault(queue.name(), List.of());
    }

    private double longestWait(List<Instant> arrivals) {
        return arrivals.isEmpty() ? 0 : Math.max(0, seconds(Duration.between(arrivals.get(0), clock.instant())));
    }

    private void gauge(String name, String description, ToDoubleFunction<GridStatus> value) {
        Gauge.builder(name, grid, value).description(description).register(registry);
    }

    private void counted(String name, String description, String label, String word, ToDoubleFunction<Census> value) {
        Gauge.builder(name, grid, status -> value.applyAsDouble(status.census())).tag(label, word).description(description)
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
