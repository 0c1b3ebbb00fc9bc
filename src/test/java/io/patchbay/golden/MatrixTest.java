package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.TopicReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Agents of all dialects meet in one call. In each cell every agent is told what the data say for its own dialect and its role, whatever
 * the others speak, and nothing else; and the topics say the same whatever dialect asked.
 *
 * <p>{@code -Dmatrix='dial|hold'} plays the cells whose names begin so.
 */
class MatrixTest {

    private static final int AT_ONCE = 8;
    /** Offers and sessions without a client end soon. */
    private static final Map<String, String> HURRIED = Map.of("offer.timeout", "3s", "harmony.session.grace", "3s",
        "genesys.session.grace", "3s", "acqueon.session.grace", "3s", "finesse.session.grace", "3s");
    private static final Library LIBRARY = Library.matrix();
    private static final MatrixData DATA = new MatrixData();
    private static final List<RunningGateway> GATEWAYS = new ArrayList<>();
    private static final Map<MatrixCell, CompletableFuture<CellEvents>> PLAYS = new LinkedHashMap<>();
    private static ExecutorService threads;

    /** The cells that take seconds come last, one beside the other, when all that is new is warm. */
    @BeforeAll
    static void start() {
        String chosen = "(" + System.getProperty("matrix", "") + ").*";
        Map<Boolean, Map<CellNames, MatrixCell>> hurriedLast = new TreeMap<>();
        int number = 0;
        for (MatrixOperation operation : DATA.operations()) {
            for (MatrixCell cell : operation.cells()) {
                if (cell.impossible().isEmpty() && cell.name().matches(chosen)) {
                    hurriedLast.computeIfAbsent(operation.isHurried(), hurried -> new LinkedHashMap<>()).put(new CellNames(number++), cell);
                }
            }
        }
        threads = Executors.newFixedThreadPool(AT_ONCE);
        hurriedLast.forEach((hurried, cells) -> {
            Map<CellNames, Collection<String>> agents = cells.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().dialects().keySet()));
            Map<String, String> needs = new LinkedHashMap<>(hurried ? HURRIED : Map.of());
            needs.put("directory.file", CellDirectory.write("gateway-" + GATEWAYS.size(), agents).toString());
            RunningGateway gateway = RunningGateway.start(needs);
            GATEWAYS.add(gateway);
            cells.forEach((names, cell) -> PLAYS.put(cell, CompletableFuture.supplyAsync(() -> play(cell, names, gateway), threads)));
        });
    }

    private static CellEvents play(MatrixCell cell, CellNames names, RunningGateway gateway) {
        CellFarEnd farEnd = new CellFarEnd(RunningFarEnd.through(GoldenDoor.WEBSOCKET, gateway), names);
        try {
            new Player(farEnd).play(cell.transcript(LIBRARY));
            Set<String> leftOut = new LinkedHashSet<>();
            DATA.events.path("leftOut").fieldNames().forEachRemaining(leftOut::add);
            return new CellEvents(names, Instant.now(), leftOut);
        } finally {
            farEnd.leave();
        }
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        GATEWAYS.forEach(RunningGateway::close);
    }

    @TestFactory
    Stream<DynamicTest> each_agent_is_told_what_its_dialect_says() {
        return PLAYS.keySet().stream().map(cell -> dynamicTest(cell.name(), () -> played(cell)));
    }

    @TestFactory
    Stream<DynamicTest> the_topics_say_the_same_whatever_dialect_asked() {
        CompletableFuture.allOf(PLAYS.values().toArray(CompletableFuture[]::new)).exceptionally(failure -> null).join();
        List<ConsumerRecord<String, byte[]>> interactions = records("cti.interactions");
        List<ConsumerRecord<String, byte[]>> agents = records("cti.agents");
        return PLAYS.keySet().stream().map(cell -> dynamicTest(cell.name(), () ->
            assertThat(played(cell).told(interactions, agents)).isEqualTo(cell.events())));
    }

    private static CellEvents played(MatrixCell cell) throws Throwable {
        try {
            return PLAYS.get(cell).join();
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }

    /** A member alone has its events on the topics before a client hears of them. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return GATEWAYS.stream().map(RunningGateway::kafka).distinct()
            .flatMap(kafka -> TopicReader.records(kafka, topic).stream()).toList();
    }
}
