package io.patchbay;

import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import io.patchbay.grid.CellTypes;
import io.patchbay.grid.Grid;
import io.patchbay.grid.GridSettings;
import io.patchbay.grid.GridUnavailable;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.LastEra;
import io.patchbay.publish.Outbound;
import java.time.Clock;

/** Starts the member of the grid. What it cannot use is refused with its key. */
final class GridBootstrap {
    private static final long PATIENCE_MILLIS = 8_000;

    private GridBootstrap() { }

    /** @param kafka whose topics tell the last era */
    static Grid of(Configuration configuration, KafkaClients kafka, EventRecords records, Outbound outbound) {
        GatewayConfig config = configuration.gateway();
        GatewayConfig.Cluster cluster = config.cluster();
        GridSettings settings = new GridSettings(config.node(), cluster.name(), cluster.size(), cluster.host(), cluster.port(),
                cluster.peers(), PATIENCE_MILLIS);
        try {
            return new Grid(settings, CellTypes.ofTheGateway(), records, outbound,
                    () -> lastEra(configuration, kafka), Clock.systemUTC());
        } catch (GridUnavailable e) {
            throw configuration.refused(e.key(), e.getMessage());
        }
    }

    private static int lastEra(Configuration configuration, KafkaClients kafka) {
        try {
            return LastEra.read(kafka);
        } catch (IllegalStateException e) {
            throw configuration.refused("kafka.brokers", "must tell how the last start ended. " + e.getMessage());
        }
    }
}
