package io.patchbay.wire;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Consumer only. Texts go through the {@link ClientConnection} of each event. */
final class DoorCometdEndpoint extends DefaultEndpoint {
    private final HttpServerPort port;
    private final String path;
    private final CometdSettings settings;
    private final HttpRequestReader reader;
    private final RequestAuthenticator authenticator;

    DoorCometdEndpoint(String uri, Component component, HttpServerPort port, String path, CometdSettings settings,
            HttpRequestReader reader, RequestAuthenticator authenticator) {
        super(uri, component);
        this.port = port;
        this.path = path;
        this.settings = settings;
        this.reader = reader;
        this.authenticator = authenticator;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DoorCometdConsumer consumer = new DoorCometdConsumer(this, processor, port, path, settings, reader, authenticator);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(getEndpointUri()
                + " takes no messages; send through the ClientConnection of a ConnectionEvent");
    }
}
