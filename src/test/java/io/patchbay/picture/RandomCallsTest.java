package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.grid.GridWindow;
import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Subject;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.TryCount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four agents and their customers do anything at any time in calls and chats, each at its own pace, two over WebSocket and two over
 * lines, and over Kafka what Harmony has no request for; now and then one loses its connection and comes back. Whenever they pause, each
 * desktop's picture of the frames it got equals what the cells hold, and the cells agree with each other; in the end no event on the
 * topics goes back to a request that was refused.
 *
 * <p>{@code -Dtries=10} takes ten times as many seeds, {@code -Dpatchbay.property.seed=7} that one.
 */
class RandomCallsTest {
    private static final Map<String, String> EXTENSIONS = Map.of("ana", "5001", "ben", "5002", "caro", "5003", "dan", "5069");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int A_FEW = 3;
    private static final int PAUSES = 4;
    private static final int REQUESTS = 50;
    private static final Answers ANSWERS = new Answers();
    private static RunningGateway gateway;
    private static GridWindow grid;
    private static Middleware middleware;
    private static ChatAgents colleagues;

    @BeforeAll
    static void start() {
        String cluster = "random-" + UUID.randomUUID();
        gateway = RunningGateway.start(Map.of("cluster.name", cluster, "offer.timeout", "2s", "offer.again", "1s",
                "interaction.retention", "2s", "platform.file", "src/test/resources/picture/platform.yaml",
                "kafka.commands.enabled", "true"));
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
            assertThat(ANSWERS.capabilities()).as("what came to pass").contains("conversation.answer", "conversation.hold",
                    "interaction.consult", "interaction.consulttransfer", "interaction.consultconference",
                    "conversation.blindtransfer", "conversation.blindconference", "interaction.complete");
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
        List<RandomAgent> agents = new ArrayList<>();
        try {
            List.of("ana", "ben", "caro", "dan").forEach(name -> agents.add(new RandomAgent(signedIn(name, agents.size() % 2 == 0),
                    new Random(seed * 100 + agents.size()), ANSWERS)));
            for (int pause = 0; pause < PAUSES; pause++) {
                play(agents, List.of(customers::act, visitors::act), seed * 1000 + pause);
                compare(agents);
            }
            customers.leave();
            visitors.leave();
            compare(agents);
            agents.forEach(agent -> agent.client().success("session.request.logout", agent.client().session(), "{}"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(grid.cells().values()).noneMatch(RandomCallsTest::isLive));
        } catch (AssertionError | CompletionException | ConditionTimeoutException e) {
            Path folder = Path.of("target/random-calls/seed-" + seed);
            for (RandomAgent agent : agents) {
                agent.client().writeHistory(folder);
            }
            throw new AssertionError("with seed " + seed + ", all messages are in " + folder + ": " + e.getMessage(), e);
        } finally {
            agents.forEach(agent -> agent.client().close());
        }
    }

    private static Client signedIn(String agent, boolean webSocket) {
        return Client.signedIn(agent, EXTENSIONS.get(agent), heard -> webSocket ? Wire.webSocket(gateway.http(), heard)
                : Wire.lines(gateway.gateway().tcp("harmonyLines"), heard));
    }

    private static void play(List<RandomAgent> agents, List<Consumer<Random>> world, long seed) {
        List<CompletableFuture<Void>> plays = new ArrayList<>();
        List<Client> clients = agents.stream().map(RandomAgent::client).toList();
        for (RandomAgent agent : agents) {
            List<Client> others = clients.stream().filter(client -> client != agent.client()).toList();
            Random random = new Random(seed * 10 + plays.size());
            plays.add(CompletableFuture.runAsync(() -> play(agent, others, world, random), task -> new Thread(task).start()));
        }
        CompletableFuture.allOf(plays.toArray(CompletableFuture[]::new)).join();
    }

    private static void play(RandomAgent agent, List<Client> others, List<Consumer<Random>> world, Random random) {
        try {
            for (int i = 0; i < REQUESTS; i++) {
                agent.act(others);
                if (random.nextInt(5) == 0) {
                    world.get(random.nextInt(world.size())).accept(random);
                }
                if (random.nextInt(8) == 0) {
                    colleagues.act(agent.client(), random);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(List<RandomAgent> agents) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<Subject, Seen> cells = grid.cells();
            for (RandomAgent agent : agents) {
                Client client = agent.client();
                client.check();
                synchronized (client) {
                    SortedMap<String, String> wanted = GridPicture.of(cells, new AgentId(client.agent()), client.session());
                    assertThat(differences(client.picture().written(), wanted)).as("%s knows, and the grid holds%s", client.agent(),
                            client.history()).isEmpty();
                }
            }
            new CellsAgree(cells).check();
        });
        agents.forEach(RandomAgent::checkExcuses);
    }

    private static List<String> differences(SortedMap<String, String> known, SortedMap<String, String> wanted) {
        SortedSet<String> targets = new TreeSet<>(known.keySet());
        targets.addAll(wanted.keySet());
        return targets.stream().filter(target -> !Objects.equals(known.get(target), wanted.get(target)))
                .map(target -> "\n" + target + "\n  knows " + known.get(target) + "\n  holds " + wanted.get(target)).toList();
    }

    private static boolean isLive(Seen seen) {
        return seen.state() instanceof Interaction interaction && interaction.isLive();
    }
}
