package io.patchbay.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One connection to a door of texts; messages go out by {@link #send} and come in, one at a time, to whoever it was opened for. */
interface Wire extends AutoCloseable {
    HttpClient HTTP = HttpClient.newHttpClient();

    void send(String message);

    @Override
    void close();

    /** @param path of the door */
    static Wire webSocket(URI gateway, String path, Consumer<String> heard) {
        return webSocket(gateway, path, HTTP.newWebSocketBuilder(), heard);
    }

    /** @param with the headers of the handshake */
    static Wire webSocket(URI gateway, String path, WebSocket.Builder with, Consumer<String> heard) {
        URI door = URI.create("ws" + gateway.toString().substring("http".length()) + path);
        WebSocket socket = with.buildAsync(door, new Texts(heard)).join();
        return new Wire() {
            @Override
            public void send(String message) {
                socket.sendText(message, true).join();
            }

            @Override
            public void close() {
                socket.abort();
            }
        };
    }

    static Wire lines(int port, Consumer<String> heard) {
        try {
            Socket socket = new Socket("127.0.0.1", port);
            Thread reader = new Thread(() -> read(socket, heard), "lines-" + socket.getLocalPort());
            reader.setDaemon(true);
            reader.start();
            return new Lines(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Socket socket, Consumer<String> heard) {
        try {
            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).lines().forEach(heard);
        } catch (IOException | UncheckedIOException e) {
            // closed, by either side
        }
    }

    /** One JSON object a line over TCP. */
    record Lines(Socket socket) implements Wire {
        @Override
        public void send(String message) {
            try {
                socket.getOutputStream().write((message + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts the parts of a message together. */
    final class Texts implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();
        private final Consumer<String> heard;

        Texts(Consumer<String> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.accept(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
