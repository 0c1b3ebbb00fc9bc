package io.patchbay.wire;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Consumer only. Answers go through the {@link ClientConnection} of each event. */
final class DoorEndpoint extends DefaultEndpoint {

    private final HttpServerPort port;
    private final String path;
    private final HandlerFactory handlers;

    DoorEndpoint(String uri, Component component, HttpServerPort port, String path, HandlerFactory handlers) {
        super(uri, component);
        this.port = port;
        this.path = path.startsWith("/") ? path : "/" + path;
        this.handlers = handlers;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DoorConsumer consumer = new DoorConsumer(this, processor, port, path, handlers);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(getEndpointUri()
                + " takes no messages; send through the ClientConnection of a ConnectionEvent");
    }
}
