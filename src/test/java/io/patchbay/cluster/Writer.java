package io.patchbay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Desktop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Sets interaction data without a pause, some requests in flight at any time, each with a value of its own, and keeps the replies. */
final class Writer implements AutoCloseable {
    private static final int LANES = 4;
    private final Desktop desktop;
    private final Desktop.Contact contact;
    private final String prefix;
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> succeeded = new ConcurrentLinkedQueue<>();
    private final Queue<JsonNode> failed = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final List<Thread> lanes = new ArrayList<>();
    private volatile boolean writing = true;
    private volatile long longestNanos;

    Writer(Desktop desktop, Desktop.Contact contact, String prefix) {
        this.desktop = desktop;
        this.contact = contact;
        this.prefix = prefix;
        for (int lane = 0; lane < LANES; lane++) {
            String key = prefix + lane;
            Thread thread = new Thread(() -> write(key), "writer-" + key);
            thread.setDaemon(true);
            lanes.add(thread);
            thread.start();
        }
    }

    private void write(String key) {
        while (writing && !desktop.isClosed()) {
            String value = prefix + "-" + asked.incrementAndGet();
            long began = System.nanoTime();
            CompletableFuture<JsonNode> reply = desktop.set(contact, key, value);
            try {
                JsonNode answer = CompletableFuture.anyOf(reply, desktop.closed()).get(20, TimeUnit.SECONDS) instanceof JsonNode node
                        ? node : null;
                if (answer == null) {
                    unanswered.add(value);
                } else if (answer.path("result").asText().equals("success")) {
                    succeeded.add(value);
                    longest(System.nanoTime() - began);
                } else {
                    failed.add(answer);
                }
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                unanswered.add(value);
            }
        }
    }

    /** Waits for so many more requests to be answered success. */
    void writes(int more) {
        int before = succeeded.size();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(succeeded.size() - before)
                .as("more after %d, with %s, unanswered %s, longest %d ms", before, failed, unanswered, longestMillis())
                .isGreaterThanOrEqualTo(more));
    }

    private synchronized void longest(long nanos) {
        longestNanos = Math.max(longestNanos, nanos);
    }

    /** The values whose requests were answered success. */
    List<String> succeeded() {
        return List.copyOf(succeeded);
    }

    /** Replies that were no success. */
    List<JsonNode> failed() {
        return List.copyOf(failed);
    }

    /** Values that no reply came for, before the connection was lost or in 20 s. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos);
    }

    @Override
    public void close() {
        writing = false;
        for (Thread lane : lanes) {
            try {
                lane.join(25_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
