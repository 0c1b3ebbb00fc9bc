package io.patchbay.wire;

import io.vertx.ext.web.Route;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the signals of a door's clients into exchanges, on threads of its own: a route may block, an event loop may not. */
final class DoorWsConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(DoorWsConsumer.class);
    private static final int GOING_AWAY = 1001;

    private final HttpServerPort port;
    private final String path;
    private final String subprotocol;
    private final Set<WsConnection> clients = ConcurrentHashMap.newKeySet();
    private ExecutorService threads;
    private Route route;

    DoorWsConsumer(DoorWsEndpoint endpoint, Processor processor, HttpServerPort port, String path, String subprotocol) {
        super(endpoint, processor);
        this.port = port;
        this.path = path;
        this.subprotocol = subprotocol;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        int size = port.limits().threads();
        // No limit of its own, and still limited: each connection has at most one task here. (-1 would mean no queue at all.)
        threads = getEndpoint().getCamelContext().getExecutorServiceManager().newThreadPool(this, "door-ws",
            new ThreadPoolProfileBuilder("door-ws").poolSize(size).maxPoolSize(size).maxQueueSize(Integer.MAX_VALUE)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort).build());
        route = port.router().get(path).handler(new WsUpgrade(subprotocol, port.limits(), this::run, clients));
    }

    @Override
    protected void doStop() throws Exception {
        if (route != null) {
            route.remove();
            route = null;
        }
        sayGoodbye();
        if (threads != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdown(threads);
        }
        super.doStop();
    }

    /** Waits until the door has handled every client's end, while its route can still run. */
    private void sayGoodbye() throws InterruptedException {
        List<WsConnection> last = List.copyOf(clients);
        last.forEach(client -> client.close(GOING_AWAY, "The gateway stops"));
        try {
            CompletableFuture.allOf(last.stream().map(WsConnection::over).toArray(CompletableFuture<?>[]::new))
                .get(port.limits().closeWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("path", path).log("Stopped before every client's end was handled");
        }
    }

    private void run(Signal signal, Runnable done) {
        try {
            threads.execute(() -> process(signal, done));
        } catch (RejectedExecutionException e) {
            LOG.atWarn().addKeyValue("session", signal.connection().id()).log("Signal dropped, the door is stopping");
        }
    }

    private void process(Signal signal, Runnable done) {
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(signal);
        getAsyncProcessor().process(exchange, sync -> {
            if (exchange.getException() != null) {
                LOG.atError().setCause(exchange.getException()).addKeyValue("session", signal.connection().id())
                    .addKeyValue("path", path).log("A signal was not handled");
            }
            releaseExchange(exchange, false);
            done.run();
        });
    }
}
