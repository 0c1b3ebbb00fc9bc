package io.patchbay.door;

import io.patchbay.grid.CellTypes;
import io.patchbay.grid.Grid;
import io.patchbay.grid.GridSettings;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.Offset;
import io.patchbay.publish.Outbound;
import io.patchbay.testing.Ports;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/** A cluster of two on loopback whose Kafka acknowledges everything at once. */
public final class TwoMembers implements AutoCloseable {
    private static final Outbound KAFKA = batch -> CompletableFuture.completedFuture(
            batch.stream().map(record -> new Offset(record.topic(), 0, 0)).toList());
    public final Grid first;
    public final Grid second;

    public TwoMembers() {
        String cluster = "test-" + UUID.randomUUID();
        int one = Ports.free();
        int two = Ports.free();
        List<String> peers = List.of("127.0.0.1:" + one, "127.0.0.1:" + two);
        first = member("m1", cluster, one, peers);
        second = member("m2", cluster, two, peers);
    }

    /** Through the first member. */
    public CommandGateway commandGateway() {
        return new GridCommandGateway(first, "m1", Optional.empty(), Clock.systemUTC(), ForkJoinPool.commonPool());
    }

    private static Grid member(String name, String cluster, int port, List<String> peers) {
        return new Grid(new GridSettings(name, cluster, 2, "127.0.0.1", port, peers, 8_000), CellTypes.ofTheGateway(),
                new EventRecords(new CloudEventHeaders(name, "http://localhost:8080/schemas")), KAFKA, () -> 0, Clock.systemUTC());
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
