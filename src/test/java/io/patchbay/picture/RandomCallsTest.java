package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.grid.GridWindow;
import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Interaction;
import io.patchbay.model.Subject;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.TryCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Agents and their customers do anything at any time in calls and chats, each at its own pace: one over Harmony's WebSocket, one over its
 * lines, two as Genesys desktops, two on Acqueon, one on Finesse, and all of them over Kafka, too. Now and then one loses its connection
 * and comes back.
 * Whenever they pause, each desktop's picture of the messages it got equals what the cells hold and what it reads, the cells agree with
 * each other, and no customer sees what is for agents only. In the end no event on the topics goes back to a request that was refused.
 *
 * <p>{@code -Dtries=10} takes ten times as many seeds, {@code -Dpatchbay.property.seed=7} that one.
 */
class RandomCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int A_FEW = 3;
    /** Of so many plays none lacks one of the rarer requests. */
    private static final int MANY = 12;
    private static final int PAUSES = 6;
    private static final int REQUESTS = 23;
    private static final Answers ANSWERS = new Answers();
    private static RunningGateway gateway;
    private static GridWindow grid;
    private static Middleware middleware;
    private static ChatAgents colleagues;

    /** The agents of picture/directory.yaml that sign in. A dialect adds its rows. */
    private static final List<Seat> SEATS = List.of(
            new Seat("ana", "5001", (agent, extension, random) ->
                    harmony(agent, extension, random, heard -> Wire.webSocket(gateway.http(), "/harmony", heard))),
            new Seat("ben", "5002", RandomCallsTest::genesys),
            new Seat("caro", "5003", (agent, extension, random) ->
                    harmony(agent, extension, random, heard -> Wire.lines(gateway.harmonyTcp(), heard))),
            new Seat("dan", "5069", RandomCallsTest::genesys),
            new Seat("eli", "5011", (agent, extension, random) -> acqueon(agent, extension, "", random)),
            new Seat("fay", "5012", (agent, extension, random) -> acqueon(agent, extension, "7001", random)),
            new Seat("hal", "5021", RandomCallsTest::finesse));

    /** An agent, and how its desktop signs in. */
    private record Seat(String agent, String extension, Opening opening) { }

    private interface Opening {
        /** @param random what the agent does */
        RandomDesktop open(String agent, String extension, Random random);
    }

    @BeforeAll
    static void start() {
        String cluster = "random-" + UUID.randomUUID();
        gateway = RunningGateway.start(Map.of("cluster.name", cluster, "offer.timeout", "2s", "offer.again", "1s",
                "interaction.retention", "2s", "platform.file", "src/test/resources/picture/platform.yaml",
                "directory.file", "src/test/resources/picture/directory.yaml", "kafka.commands.enabled", "true"));
        grid = GridWindow.of(cluster);
        middleware = new Middleware(gateway.kafka());
        colleagues = new ChatAgents(middleware);
    }

    @AfterAll
    static void stop() {
        middleware.close();
        ANSWERS.checkTopics(gateway.kafka());
        gateway.close();
        if (seeds().count() >= A_FEW) {
            assertThat(ANSWERS.capabilities()).as("what came to pass").contains("conversation.answer", "interaction.consult",
                    "interaction.complete", "Answer", "Accept", "Dial", "Ready", "SetANSWER", "SetReadyState", "ANSWER", "MAKE_CALL");
        }
        if (seeds().count() >= MANY) {
            assertThat(ANSWERS.capabilities()).as("what came to pass").contains("conversation.answer", "conversation.hold",
                    "interaction.consult", "interaction.consulttransfer", "interaction.consultconference",
                    "conversation.blindtransfer", "conversation.blindconference", "interaction.complete", "Answer", "Hold",
                    "InitiateTransfer", "CompleteTransfer", "SingleStepConference", "Accept", "Consult", "Invite", "Transfer", "Complete",
                    "SendToAgents", "Ready", "SetANSWER", "SetHOLD", "SetCONSULT", "SetTRANSFER", "SetCONFERENCE",
                    "SetTRANSFER_SST", "WrapUpCall", "SetMakeCall", "StateSync", "ANSWER",
                    "HOLD", "RETRIEVE", "CONSULT_CALL", "TRANSFER", "CONFERENCE", "TRANSFER_SST", "UPDATE_CALL_DATA", "MAKE_CALL");
            assertThat(colleagues.done()).as("what came to pass in chats").contains("consult", "invite", "transfer", "leave");
        }
    }

    static LongStream seeds() {
        Long one = Long.getLong("patchbay.property.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, TryCount.of(A_FEW));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_desktop_knows_what_the_grid_holds(long seed) throws IOException {
        Platform platform = new Platform(gateway.http());
        Customers customers = new Customers(platform, grid);
        ChatCustomers visitors = new ChatCustomers(platform, grid);
        List<RandomDesktop> agents = new ArrayList<>();
        try {
            SEATS.forEach(seat -> agents.add(seat.opening.open(seat.agent, seat.extension, new Random(seed * 100 + agents.size()))));
            for (int pause = 0; pause < PAUSES; pause++) {
                play(agents, List.of(customers::act, visitors::act), seed * 1000 + pause);
                compare(agents);
                visitors.checkViews();
            }
            customers.leave();
            visitors.leave();
            compare(agents);
            agents.forEach(RandomDesktop::logout);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(grid.cells().values()).noneMatch(RandomCallsTest::isLive);
                new CellsAgree(grid.cells()).check();
            });
        } catch (AssertionError | CompletionException | ConditionTimeoutException e) {
            Path folder = Path.of("target/random-calls/seed-" + seed);
            for (RandomDesktop agent : agents) {
                agent.writeHistory(folder);
            }
            Files.write(folder.resolve("events.txt"), Answers.events(gateway.kafka()).map(RandomCallsTest::written).toList());
            throw new AssertionError("with seed " + seed + ", all messages are in " + folder + ": " + e.getMessage(), e);
        } finally {
            agents.forEach(RandomDesktop::close);
        }
    }

    private static RandomDesktop harmony(String agent, String extension, Random random, Function<Consumer<String>, Wire> opening) {
        return new HarmonyAgent(Client.signedIn(agent, extension, opening), random, ANSWERS);
    }

    private static RandomDesktop genesys(String agent, String extension, Random random) {
        return GenesysAgent.signedIn(gateway.http(), agent, extension, random, ANSWERS);
    }

    /** A session that an earlier run left ends. */
    private static RandomDesktop finesse(String agent, String extension, Random random) {
        middleware.ask(agent, "endSession", "{}", "{}");
        return FinesseAgent.signedIn(gateway.http(), agent, extension, random, ANSWERS);
    }

    /** A session that an earlier run left ends. @param skill of outside calls, or empty */
    private static RandomDesktop acqueon(String agent, String extension, String skill, Random random) {
        middleware.ask(agent, "endSession", "{}", "{}");
        return AcqueonAgent.signedIn(gateway.http(), agent, extension, skill, random, ANSWERS);
    }

    private static void play(List<RandomDesktop> agents, List<Consumer<Random>> world, long seed) {
        List<CompletableFuture<Void>> plays = new ArrayList<>();
        for (RandomDesktop agent : agents) {
            List<RandomDesktop> others = agents.stream().filter(other -> other != agent).toList();
            Random random = new Random(seed * 10 + plays.size());
            plays.add(CompletableFuture.runAsync(() -> play(agent, others, world, random), task -> new Thread(task).start()));
        }
        CompletableFuture.allOf(plays.toArray(CompletableFuture[]::new)).join();
    }

    private static void play(RandomDesktop agent, List<RandomDesktop> others, List<Consumer<Random>> world, Random random) {
        try {
            for (int i = 0; i < REQUESTS; i++) {
                agent.act(others);
                if (random.nextInt(5) == 0) {
                    world.get(random.nextInt(world.size())).accept(random);
                }
                if (random.nextInt(8) == 0) {
                    colleagues.act(agent, random);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(List<RandomDesktop> agents) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<Subject, Seen> cells = grid.cells();
            agents.forEach(agent -> agent.compare(cells));
            new CellsAgree(cells).check();
        });
        agents.forEach(RandomDesktop::checkExcuses);
    }

    private static String written(ConsumerRecord<String, byte[]> event) {
        return event.key() + " " + new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8) + " "
                + (event.value() == null ? "" : new String(event.value(), StandardCharsets.UTF_8));
    }

    private static boolean isLive(Seen seen) {
        return seen.state() instanceof Interaction interaction && interaction.isLive();
    }
}
