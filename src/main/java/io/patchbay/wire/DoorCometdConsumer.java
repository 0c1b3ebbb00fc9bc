package io.patchbay.wire;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** The CometD clients of one path. Each start begins without sessions, so a client of before shakes hands again. */
final class DoorCometdConsumer extends DefaultConsumer {
    private final HttpServerPort port;
    private final CometdSettings settings;
    private final HttpRequestReader reader;
    private final RequestAuthenticator authenticator;
    private final ServedPaths.Served served;
    private final ConnectionRegistry clients;
    private final List<Route> routes = new ArrayList<>();
    private ConnectionEventThreads threads;
    private CometdServer server;

    DoorCometdConsumer(DoorCometdEndpoint endpoint, Processor processor, HttpServerPort port, String path, CometdSettings settings,
            HttpRequestReader reader, RequestAuthenticator authenticator) {
        super(endpoint, processor);
        this.port = port;
        this.clients = port.connections();
        this.settings = settings;
        this.reader = reader;
        this.authenticator = authenticator;
        this.served = new ServedPaths.Served(path, true, Set.of("POST"));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads = new ConnectionEventThreads(this, "door", port.limits().threads());
        CometdMessages messages = new CometdMessages(settings);
        server = new CometdServer(settings, messages, port.limits(), threads, clients);
        server.start();
        CometdRequests requests = new CometdRequests(server, settings, messages, reader, authenticator, clients,
            port.unknownClientPace(settings.unknownPause()));
        for (String path : List.of(served.path(), served.path() + "/*")) {
            routes.add(port.routeBeforeOtherDoors(HttpMethod.POST, path).handler(port.readBody()).handler(requests));
        }
        port.paths().add(served);
    }

    @Override
    protected void doStop() throws Exception {
        routes.forEach(Route::remove);
        routes.clear();
        port.paths().remove(served);
        clients.drain(served.path(), port.limits().closeWithin());
        if (server != null) {
            server.stop();
            // A handshake whose user was not known yet may have come between.
            clients.drain(served.path(), port.limits().closeWithin());
        }
        if (threads != null) {
            threads.stop();
        }
        super.doStop();
    }
}
