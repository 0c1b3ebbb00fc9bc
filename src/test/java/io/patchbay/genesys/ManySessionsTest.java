package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.TryCount;
import io.patchbay.wire.CometdUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many sessions of four agents poll the gateway at the same time: none holds a thread, and each hears of its own agent only. */
class ManySessionsTest {
    private static final List<String> AGENTS = List.of("ana", "ben", "caro", "dan");
    private static final int SESSIONS = TryCount.of(1_000);
    private static final int FIRST = 100;
    /** Fewer than sessions by far: what pools may still start when they are first busy. */
    private static final int THREADS = 40;
    private static final Duration SOON = Duration.ofSeconds(50);

    @Test
    void held_polls_need_no_threads_and_an_event_reaches_its_own_agent_only() {
        URI gateway = RunningGateway.shared().http();
        ExecutorService callbacks = Executors.newFixedThreadPool(2);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callbacks).build();
        GenesysDesktop rest = GenesysDesktop.of(gateway, "dan");
        try {
            List<CompletableFuture<String>> all = new ArrayList<>(sessions(http, gateway, FIRST));
            int threads = Thread.activeCount();
            all.addAll(sessions(http, gateway, SESSIONS - FIRST));
            rest.get("/me");
            assertThat(Thread.activeCount() - threads).as("threads for %d polls more", SESSIONS - FIRST).isLessThan(THREADS);
            assertThat(all).noneMatch(CompletableFuture::isDone);

            rest.signIn();
            List<CompletableFuture<String>> told = IntStream.range(0, SESSIONS).filter(n -> agent(n).equals("dan"))
                    .mapToObj(all::get).toList();
            assertThat(told).hasSize(SESSIONS / AGENTS.size()).allSatisfy(heard -> assertThat(heard).succeedsWithin(SOON)
                    .asString().contains("DeviceStateChangeMessage", "\"5069\""));
            assertThat(Thread.activeCount() - threads).as("threads for events").isLessThan(THREADS);
            assertThat(all).filteredOn(CompletableFuture::isDone).hasSameSizeAs(told);
        } finally {
            rest.ask("POST", "/me", "{\"operationName\":\"EndContactCenterSession\"}");
            callbacks.shutdownNow();
        }
        await().atMost(SOON).until(() -> !rest.get("/me?subresources=*").toString().contains("NotReady"));
    }

    private static String agent(int session) {
        return AGENTS.get(session % AGENTS.size());
    }

    /** What each session hears first. Its polls go on until then. The agents take turns. */
    private static List<CompletableFuture<String>> sessions(HttpClient http, URI gateway, int count) {
        return IntStream.range(0, count).parallel().mapToObj(n -> {
            CometdUser session = new CometdUser(http, gateway.resolve("/api/v2/notifications"), agent(n))
                    .by("Authorization", GenesysDesktop.basic(agent(n))).handshake();
            session.ask(session.subscribe("/**"));
            return heard(session);
        }).toList();
    }

    private static CompletableFuture<String> heard(CometdUser session) {
        return session.poll().thenCompose(reply -> reply.body().contains("\"data\"")
                ? CompletableFuture.completedFuture(reply.body()) : heard(session));
    }
}
