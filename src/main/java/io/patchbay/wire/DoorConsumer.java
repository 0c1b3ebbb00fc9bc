package io.patchbay.wire;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.Set;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** The clients of one path of the HTTP port. */
final class DoorConsumer extends DefaultConsumer {

    private final HttpServerPort port;
    private final String path;
    private final HandlerFactory handlers;
    private final ConnectionRegistry clients;
    private ConnectionEventThreads threads;
    private final ServedPaths.Served served;
    private Route route;

    DoorConsumer(DoorEndpoint endpoint, Processor processor, HttpServerPort port, String path, HandlerFactory handlers) {
        super(endpoint, processor);
        this.port = port;
        this.clients = port.connections();
        this.path = path;
        this.handlers = handlers;
        this.served = new ServedPaths.Served(path, false, Set.of("GET"));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads = new ConnectionEventThreads(this, "door", port.limits().threads());
        route = port.router().get(path).method(HttpMethod.HEAD).handler(handlers.with(threads, clients));
        port.paths().add(served);
    }

    @Override
    protected void doStop() throws Exception {
        if (route != null) {
            route.remove();
            port.paths().remove(served);
            route = null;
        }
        clients.drain(path, port.limits().closeWithin());
        if (threads != null) {
            threads.stop();
        }
        super.doStop();
    }
}
