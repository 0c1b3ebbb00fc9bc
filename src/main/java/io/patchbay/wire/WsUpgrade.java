package io.patchbay.wire;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Upgrades a request of one door to a WebSocket. A plain GET on the same path goes to the next handler.
 *
 * @param subprotocol may be null: then none is chosen
 */
record WsUpgrade(String subprotocol, UpgradeAuthentication authentication, WireLimits limits, ConnectionEventQueue.Step step,
        ConnectionRegistry clients)
    implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(WsUpgrade.class);
    private static final int UPGRADED = 101;
    private static final String OFFERED = "Sec-WebSocket-Protocol";

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            ctx.next();
            return;
        }
        authentication.pass(ctx, wanted -> upgrade(ctx, wanted));
    }

    private void upgrade(RoutingContext ctx, HttpRequest wanted) {
        HttpServerRequest request = ctx.request();
        narrow(request.headers());
        request.toWebSocket()
            .onSuccess(socket -> {
                RequestLines.log(ctx, UPGRADED);
                serve(request, wanted, socket);
            })
            .onFailure(cause -> LOG.atDebug().addKeyValue("reason", cause.getMessage()).log("WebSocket upgrade refused"));
    }

    /** Reduces the offer of the client to the subprotocol of this door. The handshake then chooses it, or none. */
    private void narrow(MultiMap headers) {
        boolean offered = subprotocol != null && headers.getAll(OFFERED).stream()
            .flatMap(line -> Arrays.stream(line.split(","))).anyMatch(name -> name.strip().equals(subprotocol));
        headers.remove(OFFERED);
        if (offered) {
            headers.set(OFFERED, subprotocol);
        }
    }

    private void serve(HttpServerRequest request, HttpRequest wanted, ServerWebSocket socket) {
        WsConnection client = new WsConnection(request, wanted, socket, limits, step);
        clients.add(client);
        client.serve(authentication.authenticator().isPresent());
    }
}
