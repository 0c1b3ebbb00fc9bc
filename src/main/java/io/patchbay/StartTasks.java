package io.patchbay;

import io.patchbay.config.Configuration;
import io.patchbay.grid.Grid;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Command;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.publish.DirectoryTopic;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.Outbound;
import io.patchbay.publish.Topics;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What a gateway does once after its start, in the background. A task that fails is repeated each second until it succeeds. */
final class StartTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartTasks.class);
    private static final long AGAIN_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 10;
    private static final long CLOSING_SECONDS = 2;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "start-tasks"));

    /** Publishes the directory, and opens its queues, so that each has figures before its first contact. */
    static StartTasks begin(Configuration configuration, KafkaClients kafka, EventRecords records, Outbound outbound,
                            Grid grid) {
        StartTasks tasks = new StartTasks();
        Directory directory = configuration.directory().directory();
        DirectoryTopic topic = new DirectoryTopic(kafka, records, outbound);
        tasks.add(Topics.DIRECTORY, () -> topic.write(directory, Instant.now()));
        directory.queues().forEach(queue -> tasks.add(Topics.QUEUES, () -> open(queue.name(), grid)));
        return tasks;
    }

    private static CompletionStage<?> open(QueueName queue, Grid grid) {
        Command open = Command.of(Ids.command("open", queue.value()), Instant.now(), Subject.of(queue), new QueueCommand.Open());
        return grid.dispatch(open).thenCompose(outcome -> outcome.isAccepted() ? CompletableFuture.completedFuture(outcome)
                : CompletableFuture.failedFuture(new IllegalStateException(outcome.toString())));
    }

    /** @param task completes exceptionally, or throws, if it has to be repeated; it must bear a repetition */
    void add(String topic, Supplier<CompletionStage<?>> task) {
        later(() -> run(topic, task, 1), 0);
    }

    private void run(String topic, Supplier<CompletionStage<?>> task, int attempt) {
        try {
            task.get().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            LOG.atDebug().addKeyValue("topic", topic).log("a task of the start is done");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (thread.isShutdown()) {
                return;
            }
            LOG.atLevel(attempt == 1 ? Level.WARN : Level.DEBUG).addKeyValue("topic", topic).addKeyValue("reason", reason(e))
                    .log("a task of the start has failed; it is repeated until it succeeds");
            later(() -> run(topic, task, attempt + 1), AGAIN_MILLIS);
        }
    }

    private static String reason(Exception e) {
        return Causes.of(e).reduce((outer, inner) -> inner).map(Throwable::toString).orElse("");
    }

    private void later(Runnable task, long millis) {
        try {
            thread.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.atDebug().log("tasks of the start are left undone, the gateway stops");
        }
    }

    /** Drops waiting tasks and waits at most two seconds for a running one. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
