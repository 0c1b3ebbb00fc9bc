package io.patchbay.grid;

import com.hazelcast.map.IMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Tries whether a step on a cell of this member takes effect: each thread of cells runs a task, then an entry that this member owns is
 * changed, with its backup. Callers share an attempt, and a result is kept for a second.
 */
final class StepProbe {
    private static final long WITHIN_MILLIS = 2_000;
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_KEYS = 10_000;

    private final KeyedExecutor executor;
    private final IMap<String, Integer> entries;
    private final Ownership ownership;
    private CompletableFuture<Boolean> attempt;
    private long begun;

    /** @param entries with the backups and the majority of the map of cells */
    StepProbe(KeyedExecutor executor, IMap<String, Integer> entries, Ownership ownership) {
        this.executor = executor;
        this.entries = entries;
        this.ownership = ownership;
    }

    /** Blocks for at most two seconds. A member that owns nothing yet cannot pass. */
    boolean passes() {
        return shared().join();
    }

    private synchronized CompletableFuture<Boolean> shared() {
        long now = System.nanoTime();
        if (attempt == null || attempt.isDone() && now - begun > KEPT_NANOS) {
            begun = now;
            attempt = threads().thenCompose(all -> changed()).handle((done, error) -> error == null)
                    .completeOnTimeout(false, WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        }
        return attempt;
    }

    private CompletableFuture<Void> threads() {
        CompletableFuture<?>[] each = IntStream.range(0, executor.count()).mapToObj(thread -> new CompletableFuture<Void>())
                .toArray(CompletableFuture[]::new);
        executor.each(thread -> each[thread].complete(null));
        return CompletableFuture.allOf(each);
    }

    private CompletionStage<Void> changed() {
        String key = IntStream.range(0, MOST_KEYS).mapToObj(n -> "probe/" + n).filter(ownership::isHere).findFirst().orElseThrow();
        return entries.setAsync(key, (int) System.nanoTime());
    }
}
