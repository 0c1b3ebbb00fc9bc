package io.patchbay.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code door-cometd:/path?authenticator=#bean:name&topics=/news,/news/today}: a door for CometD (Bayeux) long polling on the HTTP
 * port. It serves POST of the path and of all paths below. Each session is a {@link ClientConnection} with a user. It takes texts of a
 * topic and never sends a frame.
 *
 * <p>{@code authenticator}: a {@link RequestAuthenticator}, called for each POST. {@code topics}: what clients may subscribe to, with
 * the wildcards that match. {@code headers}: request headers for the authenticator. {@code timeout}, {@code interval},
 * {@code maxInterval}, {@code sweepEvery}, {@code unknownPause}, {@code sessionsPerBrowser} and {@code sessions}: see {@link
 * CometdSettings}.
 */
final class DoorCometdComponent extends DefaultComponent {
    static final String SCHEME = "door-cometd";
    private static final int SESSIONS_PER_BROWSER = 4;
    private static final int SESSIONS = 10_000;

    private final HttpServerPort port;

    DoorCometdComponent(HttpServerPort port) {
        this.port = port;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        RequestAuthenticator authenticator = getAndRemoveOrResolveReferenceParameter(parameters, "authenticator",
            RequestAuthenticator.class);
        if (authenticator == null) {
            throw new IllegalArgumentException(uri + ": authenticator must name a RequestAuthenticator");
        }
        CometdSettings settings = new CometdSettings(list(getAndRemoveParameter(parameters, "topics", String.class, "")),
            duration(parameters, "timeout", Duration.ofSeconds(20)), duration(parameters, "interval", Duration.ZERO),
            duration(parameters, "maxInterval", Duration.ofSeconds(15)), duration(parameters, "sweepEvery", Duration.ofSeconds(1)),
            duration(parameters, "unknownPause", Duration.ofSeconds(1)),
            getAndRemoveParameter(parameters, "sessionsPerBrowser", Integer.class, SESSIONS_PER_BROWSER),
            getAndRemoveParameter(parameters, "sessions", Integer.class, SESSIONS));
        if (settings.timeout().compareTo(port.limits().idleAfter()) >= 0) {
            throw new IllegalArgumentException(uri + ": timeout must be shorter than " + port.limits().idleAfter()
                + ", or the port closes the connection of a held poll");
        }
        Set<String> headers = list(getAndRemoveParameter(parameters, "headers", String.class, "").toLowerCase(Locale.ROOT));
        String path = remaining.startsWith("/") ? remaining : "/" + remaining;
        return new DoorCometdEndpoint(uri, this, port, path, settings, new HttpRequestReader(port.proxies(), headers), authenticator);
    }

    private Duration duration(Map<String, Object> parameters, String name, Duration usual) {
        return getAndRemoveParameter(parameters, name, Duration.class, usual);
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
