package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two thousand sessions that poll at the same time hold no thread, and each gets its text. */
class CometdManyTest extends CometdFixture {
    private static final int SESSIONS = 2_000;
    /** What pools of the client and of the door may still start when they are first busy. */
    private static final int THREADS = 12;
    private static final Duration SOON = Duration.ofSeconds(50);

    @Test void two_thousand_held_polls_need_no_threads_of_their_own() {
        ExecutorService callbacks = Executors.newFixedThreadPool(2);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callbacks).build();
        try {
            List<CometdUser> all = IntStream.range(0, SESSIONS)
                .mapToObj(n -> new CometdUser(http, server.http("/api/notifications"), "many-" + n)).toList();
            all.get(0).ready("/**");
            int threads = Thread.activeCount();
            all.stream().skip(1).forEach(each -> each.ready("/**"));
            int before = ASKED.size();
            List<CompletableFuture<HttpResponse<String>>> polls = all.stream().map(CometdUser::poll).toList();
            await().atMost(SOON).until(() -> ASKED.size() - before >= SESSIONS && EVENTS.size() >= SESSIONS);
            assertThat(polls).noneMatch(CompletableFuture::isDone);
            assertThat(Thread.activeCount() - threads).isLessThan(THREADS);
            EVENTS.forEach(event -> event.connection().send("/v2/me", "\"for " + event.connection().user().orElseThrow() + "\""));
            for (int n = 0; n < SESSIONS; n++) {
                assertThat(polls.get(n)).succeedsWithin(SOON).extracting(HttpResponse::body).asString().contains("\"for many-" + n + "\"");
            }
            assertThat(Thread.activeCount() - threads).isLessThan(THREADS);
        } finally {
            callbacks.shutdownNow();
        }
    }
}
