package io.patchbay.wire;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes exchanges of the connection events of a door, on its own threads. A route may block, an event loop may not. */
final class ConnectionEventThreads implements ConnectionEventQueue.Step {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionEventThreads.class);

    private final DefaultConsumer consumer;
    private final ExecutorService threads;
    private final Runnable slow;

    ConnectionEventThreads(DefaultConsumer consumer, String name, int size) throws Exception {
        this.consumer = consumer;
        // The queue has no limit, but each connection has at most one task here. (-1 would mean no queue at all.)
        this.threads = consumer.getEndpoint().getCamelContext().getExecutorServiceManager().newThreadPool(consumer, name,
            new ThreadPoolProfileBuilder(name).poolSize(size).maxPoolSize(size).maxQueueSize(Integer.MAX_VALUE)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort).build());
        this.slow = Metrics.slowClients(consumer);
    }

    @Override
    public void slow() {
        slow.run();
    }

    @Override
    public void run(ConnectionEvent event, Runnable done) {
        try {
            threads.execute(() -> process(event, done));
        } catch (RejectedExecutionException e) {
            LOG.atWarn().addKeyValue("session", event.connection().id()).log("A connection event was dropped because the door is stopping");
        }
    }

    void stop() {
        consumer.getEndpoint().getCamelContext().getExecutorServiceManager().shutdown(threads);
    }

    private void process(ConnectionEvent event, Runnable done) {
        Exchange exchange = consumer.createExchange(false);
        exchange.getIn().setBody(event);
        exchange.setProperty(HttpExchanges.ADDRESS, event.connection().remote());
        consumer.getAsyncProcessor().process(exchange, sync -> {
            if (exchange.getException() != null) {
                LOG.atError().setCause(exchange.getException()).addKeyValue("session", event.connection().id())
                    .addKeyValue("door", consumer.getRouteId()).log("A connection event was not handled");
            }
            consumer.releaseExchange(exchange, false);
            done.run();
        });
    }
}
