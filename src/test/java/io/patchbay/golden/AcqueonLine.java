package io.patchbay.golden;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Acqueon client over WebSocket. */
final class AcqueonLine implements FarEnd.Line {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"([^\"]*)\"");
    /** A verb of each channel that needs a parameter. */
    private static final Map<String, String> VERBS = Map.of("Cisco", "SetSEND_DTMF", "Amazon", "SendDTMF", "Webexcc", "MakeCall");
    private final SocketLine socket;
    private volatile String channel = "Cisco";

    private AcqueonLine(SocketLine socket) {
        this.socket = socket;
    }

    static AcqueonLine to(URI gateway, Duration patience) {
        URI door = URI.create("ws" + gateway.toString().substring("http".length())).resolve("/acqueon");
        SocketLine line = new SocketLine(patience);
        HTTP.newWebSocketBuilder().buildAsync(door, line).thenAccept(line::opened).join();
        return new AcqueonLine(line);
    }

    @Override
    public void send(String text) {
        Matcher named = CHANNEL.matcher(text);
        if (text.contains("SetUserInfo") && named.find()) {
            channel = named.group(1);
        }
        socket.send(text);
    }

    /** A verb without its parameter is refused after the state of the agent was read, and so after the events until then. */
    @Override
    public void mark(String marker) {
        send("{\"channel\":\"" + channel + "\",\"topic\":\"OutboundCall\",\"subtopic\":\"" + VERBS.get(channel)
                + "\",\"data\":{},\"requestId\":\"" + marker + "\"}");
    }

    @Override
    public Optional<String> next() {
        return socket.next();
    }

    @Override
    public Optional<Integer> closed() {
        return socket.closed();
    }

    @Override
    public void leave() {
        socket.leave();
    }
}
