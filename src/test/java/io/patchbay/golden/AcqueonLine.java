package io.patchbay.golden;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/** An Acqueon client over WebSocket. */
record AcqueonLine(SocketLine socket) implements FarEnd.Line {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static AcqueonLine to(URI gateway, Duration patience) {
        URI door = URI.create("ws" + gateway.toString().substring("http".length())).resolve("/acqueon");
        SocketLine line = new SocketLine(patience);
        HTTP.newWebSocketBuilder().buildAsync(door, line).thenAccept(line::opened).join();
        return new AcqueonLine(line);
    }

    @Override
    public void send(String text) {
        socket.send(text);
    }

    /** A verb without its parameter is refused after the state of the agent was read, and so after the events until then. */
    @Override
    public void mark(String marker) {
        send("{\"channel\":\"Cisco\",\"topic\":\"InboundCall\",\"subtopic\":\"SetSEND_DTMF\",\"data\":{},\"requestId\":\""
            + marker + "\"}");
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
