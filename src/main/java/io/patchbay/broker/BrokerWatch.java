package io.patchbay.broker;

import io.patchbay.kafka.KafkaClients;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks the brokers every two seconds whether one of them answers. */
public final class BrokerWatch implements AutoCloseable {
    private static final int WITHIN_MILLIS = 2_000;
    private static final long PAUSE_MILLIS = 2_000;

    private final Admin admin;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broker-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean reachable = true;

    private BrokerWatch(Admin admin) {
        this.admin = admin;
    }

    /** Call it when the brokers have answered once. */
    public static BrokerWatch start(KafkaClients kafka) {
        BrokerWatch watch = new BrokerWatch(Readiness.admin(kafka));
        watch.timer.scheduleWithFixedDelay(watch::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The last answer, at most some seconds old. */
    public boolean isReachable() {
        return reachable;
    }

    private void ask() {
        try {
            reachable = !admin.describeCluster(new DescribeClusterOptions().timeoutMs(WITHIN_MILLIS)).nodes().get().isEmpty();
        } catch (ExecutionException e) {
            reachable = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close();
    }
}
