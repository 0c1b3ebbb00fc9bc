package io.patchbay.grid;

import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.KafkaOutbound;
import io.patchbay.publish.OutKafka;
import io.patchbay.publish.Outbound;
import io.patchbay.testing.Ports;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Members of one cluster in this JVM, on loopback, publishing to a real broker through the production route. */
final class Cluster implements AutoCloseable {
    private final OutKafka kafka;
    private final KafkaOutbound outbound;
    private final List<Grid> members = new ArrayList<>();

    private Cluster(String bootstrap) {
        kafka = OutKafka.start(bootstrap);
        outbound = new KafkaOutbound(kafka.camel());
    }

    static Cluster of(int size, String bootstrap) {
        return of(size, bootstrap, o -> o);
    }

    /** @param between what stands between the members and Kafka */
    static Cluster of(int size, String bootstrap, UnaryOperator<Outbound> between) {
        return of(size, bootstrap, between, () -> 0);
    }

    /** @param lastEra what the topics are said to hold */
    static Cluster of(int size, String bootstrap, UnaryOperator<Outbound> between, IntSupplier lastEra) {
        Cluster cluster = new Cluster(bootstrap);
        String name = "test-" + UUID.randomUUID();
        List<Integer> ports = IntStream.range(0, size).mapToObj(i -> Ports.free()).toList();
        List<String> peers = size == 1 ? List.of() : ports.stream().map(p -> "127.0.0.1:" + p).toList();
        for (int i = 0; i < size; i++) {
            cluster.members.add(new Grid(new GridSettings("m" + (i + 1), name, size, "127.0.0.1", ports.get(i), peers, 8_000),
                    CellTypes.ofTheGateway(), new EventRecords("m" + (i + 1)), between.apply(cluster.outbound), lastEra,
                    Clock.systemUTC()));
        }
        return cluster;
    }

    Grid member(int index) {
        return members.get(index);
    }

    List<Grid> members() {
        return members;
    }

    /** The member that owns the cell. */
    Grid ownerOf(Subject subject) {
        UUID owner = members.get(0).hazelcast().getPartitionService().getPartition(subject.toString()).getOwner().getUuid();
        return members.stream().filter(m -> m.hazelcast().getLocalEndpoint().getUuid().equals(owner)).findFirst().orElseThrow();
    }

    Grid other(Grid one) {
        return members.stream().filter(m -> m != one).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        members.forEach(Grid::close);
        outbound.close();
        kafka.close();
    }
}
