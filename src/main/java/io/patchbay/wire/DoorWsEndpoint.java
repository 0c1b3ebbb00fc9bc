package io.patchbay.wire;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Consumer only: answers go through the {@link Connection} in each signal. */
final class DoorWsEndpoint extends DefaultEndpoint {

    private final HttpServerPort port;
    private final String path;
    private final String subprotocol;

    DoorWsEndpoint(String uri, DoorWsComponent component, HttpServerPort port, String path, String subprotocol) {
        super(uri, component);
        this.port = port;
        this.path = path;
        this.subprotocol = subprotocol;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DoorWsConsumer consumer = new DoorWsConsumer(this, processor, port, path, subprotocol);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(getEndpointUri() + " takes no messages; send through the Connection of a Signal");
    }
}
