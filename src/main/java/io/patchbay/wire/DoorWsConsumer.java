package io.patchbay.wire;

import io.vertx.ext.web.Route;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** The WebSocket clients of one path. */
final class DoorWsConsumer extends DefaultConsumer {

    private final HttpServerPort port;
    private final String path;
    private final String subprotocol;
    private final Guests clients = new Guests();
    private SignalThreads threads;
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
        threads = new SignalThreads(this, "door-ws", port.limits().threads());
        route = port.router().get(path).handler(new WsUpgrade(subprotocol, port.limits(), threads, clients));
    }

    @Override
    protected void doStop() throws Exception {
        if (route != null) {
            route.remove();
            route = null;
        }
        clients.sayGoodbye(path, port.limits().closeWithin());
        if (threads != null) {
            threads.stop();
        }
        super.doStop();
    }
}
