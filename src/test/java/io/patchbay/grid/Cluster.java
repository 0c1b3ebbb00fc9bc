package io.patchbay.grid;

import com.hazelcast.cluster.ClusterState;
import io.patchbay.model.Subject;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.KafkaOutbound;
import io.patchbay.publish.OutKafka;
import io.patchbay.publish.Outbound;
import io.patchbay.testing.Ports;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Members of one cluster in this JVM, on loopback, publishing to a real broker through the production route. */
final class Cluster implements AutoCloseable {
    /** How long a member tries to learn an outcome. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String name = "test-" + UUID.randomUUID();
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
        List<Integer> ports = ports(size);
        List<String> peers = size == 1 ? List.of() : addresses(ports);
        for (int i = 0; i < size; i++) {
            cluster.members.add(cluster.member("m" + (i + 1), size, ports.get(i), peers, between, lastEra));
        }
        return cluster;
    }

    /** Members that all start at the same time. */
    static Cluster atOnce(int size, String bootstrap) {
        Cluster cluster = new Cluster(bootstrap);
        List<Integer> ports = ports(size);
        List<CompletableFuture<Grid>> starting = ports.stream().map(port -> CompletableFuture.supplyAsync(
                () -> cluster.member("m" + port, size, port, addresses(ports), o -> o, () -> 0), task -> new Thread(task).start()))
                .toList();
        starting.forEach(member -> cluster.members.add(member.join()));
        return cluster;
    }

    /** Three members of one cluster, of which the first runs apart: it looks for the second one, which was not there at its start. */
    static Cluster apart(String bootstrap) {
        Cluster cluster = new Cluster(bootstrap);
        List<Integer> ports = ports(3);
        List<String> peers = addresses(ports.subList(1, 2));
        for (int port : ports) {
            cluster.members.add(cluster.member("m" + port, 2, port, peers, o -> o, () -> 0));
        }
        return cluster;
    }

    /** Two members. The first one owns all cells, and the second one gets no copy of them. */
    static Cluster withoutCopies(String bootstrap, IntSupplier lastEra) {
        Cluster cluster = new Cluster(bootstrap);
        List<Integer> ports = ports(2);
        for (int port : ports) {
            Grid member = cluster.member("m" + port, 2, port, addresses(ports), o -> o, lastEra);
            cluster.members.add(member);
            member.hazelcast().getPartitionService().getPartition("any").getOwner();
            member.hazelcast().getCluster().changeClusterState(ClusterState.NO_MIGRATION);
        }
        return cluster;
    }

    /** As a gateway waits before it is ready. */
    Cluster ready() {
        members.forEach(Grid::awaitCopies);
        return this;
    }

    private static List<Integer> ports(int count) {
        return IntStream.range(0, count).mapToObj(i -> Ports.free()).toList();
    }

    private static List<String> addresses(List<Integer> ports) {
        return ports.stream().map(p -> "127.0.0.1:" + p).toList();
    }

    private Grid member(String node, int size, int port, List<String> peers, UnaryOperator<Outbound> between, IntSupplier lastEra) {
        return new Grid(new GridSettings(node, name, size, "127.0.0.1", port, peers, PATIENCE.toMillis()), CellTypes.ofTheGateway(),
                new EventRecords(new CloudEventHeaders(node, "http://localhost:8080/schemas")),
                between.apply(outbound), lastEra, Clock.systemUTC());
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
