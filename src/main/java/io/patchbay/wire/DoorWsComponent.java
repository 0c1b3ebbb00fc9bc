package io.patchbay.wire;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code door-ws:/path?subprotocol=name&authenticator=#bean:name}: a WebSocket door on the HTTP port. The {@link UpgradeAuthenticator}
 * decides before each upgrade. Without one, every client is upgraded.
 */
final class DoorWsComponent extends DefaultComponent {

    static final String SCHEME = "door-ws";

    private final HttpServerPort port;

    DoorWsComponent(HttpServerPort port) {
        this.port = port;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String subprotocol = plusKept(getAndRemoveParameter(parameters, "subprotocol", String.class));
        UpgradeAuthentication authentication = UpgradeAuthentication.of(port,
                getAndRemoveOrResolveReferenceParameter(parameters, "authenticator", UpgradeAuthenticator.class));
        return new DoorEndpoint(uri, this, port, remaining,
            (step, clients) -> new WsUpgrade(subprotocol, authentication, port.limits(), step, clients));
    }

    /** Camel decodes a plus in an endpoint parameter to a blank. A subprotocol (RFC 7230 token) may have a plus but never a blank. */
    private static String plusKept(String subprotocol) {
        return subprotocol == null ? null : subprotocol.replace(' ', '+');
    }
}
