package io.patchbay.wire;

import java.util.Set;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Consumer only. The response is the last body of the route. */
final class DoorHttpEndpoint extends DefaultEndpoint {
    private final HttpServerPort port;
    private final ServedPaths.Served served;
    private final Set<String> headers;

    DoorHttpEndpoint(String uri, Component component, HttpServerPort port, ServedPaths.Served served, Set<String> headers) {
        super(uri, component);
        this.port = port;
        this.served = served;
        this.headers = headers;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DoorHttpConsumer consumer = new DoorHttpConsumer(this, processor, port, served, headers);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(getEndpointUri() + " takes no messages; leave an HttpResponse in the body of its route");
    }
}
