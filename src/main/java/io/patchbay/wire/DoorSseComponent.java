package io.patchbay.wire;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code door-sse:/path?authenticator=#bean:name&commentEvery=15s}: a door for server-sent events on the HTTP port. Each client is a
 * {@link ClientConnection}. It takes whole blocks ({@code id:}, {@code event:}, {@code data:} and an empty line) and never sends a
 * frame. {@link ClientConnection#query} is the query of the request. No thread waits for a client.
 */
final class DoorSseComponent extends DefaultComponent {

    static final String SCHEME = "door-sse";
    private static final Duration COMMENT_EVERY = Duration.ofSeconds(15);

    private final HttpServerPort port;

    DoorSseComponent(HttpServerPort port) {
        this.port = port;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Duration pause = getAndRemoveParameter(parameters, "commentEvery", Duration.class, COMMENT_EVERY);
        UpgradeAuthentication authentication = UpgradeAuthentication.of(port,
                getAndRemoveOrResolveReferenceParameter(parameters, "authenticator", UpgradeAuthenticator.class));
        return new DoorEndpoint(uri, this, port, remaining,
            (step, clients) -> new SseOpening(authentication, pause, port.limits(), step, clients));
    }
}
