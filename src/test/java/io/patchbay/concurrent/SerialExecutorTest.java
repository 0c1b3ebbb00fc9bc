package io.patchbay.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private final List<String> journal = new ArrayList<>();

    @Test
    void tasks_of_many_threads_never_run_at_the_same_time() throws InterruptedException {
        SerialExecutor executor = new SerialExecutor(ForkJoinPool.commonPool());
        CountDownLatch all = new CountDownLatch(10_000);
        int[] unguarded = new int[1];
        IntStream.range(0, 10_000).parallel().forEach(n -> executor.execute(() -> {
            unguarded[0]++;
            all.countDown();
        }));
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(unguarded[0]).isEqualTo(10_000);
    }

    @Test
    void the_next_task_waits_until_the_one_before_says_that_it_is_done() {
        SerialExecutor executor = new SerialExecutor(Runnable::run, () -> journal.add("empty"));
        List<Runnable> done = new ArrayList<>();
        assertThat(executor.submit(done::add)).isZero();
        assertThat(executor.submit(ended -> {
            journal.add("second");
            ended.run();
        })).isEqualTo(1);
        executor.execute(() -> journal.add("third"));
        assertThat(journal).isEmpty();
        done.get(0).run();
        assertThat(journal).containsExactly("second", "third", "empty");
    }

    @Test
    void a_task_that_fails_does_not_end_the_others() {
        SerialExecutor executor = new SerialExecutor(Runnable::run);
        executor.execute(() -> {
            throw new IllegalStateException("expected");
        });
        executor.execute(() -> journal.add("next"));
        assertThat(journal).containsExactly("next");
    }

    @Test
    void very_many_tasks_that_end_at_once_fit_the_stack() {
        SerialExecutor executor = new SerialExecutor(Runnable::run);
        List<Runnable> done = new ArrayList<>();
        executor.submit(done::add);
        int[] count = new int[1];
        IntStream.range(0, 100_000).forEach(n -> executor.execute(() -> count[0]++));
        done.get(0).run();
        assertThat(count[0]).isEqualTo(100_000);
    }
}
