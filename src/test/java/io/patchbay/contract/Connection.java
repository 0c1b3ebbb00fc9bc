package io.patchbay.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Texts to and from a gateway over a connection that stays open. */
public final class Connection {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 20;
    private final BlockingQueue<String> received;
    private final Consumer<String> out;
    private final Runnable cut;

    private Connection(BlockingQueue<String> received, Consumer<String> out, Runnable cut) {
        this.received = received;
        this.out = out;
        this.cut = cut;
    }

    /** @param names come with the upgrade, as headers and as parameters */
    public static Connection webSocket(URI gateway, String path, List<String> protocols, List<String> names) {
        WebSocket.Builder upgrade = HTTP.newWebSocketBuilder();
        if (!protocols.isEmpty()) {
            upgrade.subprotocols(protocols.get(0));
        }
        names.forEach(name -> upgrade.header(name, "smuggled"));
        String query = names.stream().map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8) + "=smuggled")
                .collect(Collectors.joining("&", names.isEmpty() ? "" : "?", ""));
        return open(gateway, path + query, upgrade);
    }

    /** @param password comes with the upgrade, as Basic credentials */
    public static Connection webSocketOf(URI gateway, String path, String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return open(gateway, path, HTTP.newWebSocketBuilder().header("Authorization", "Basic " + pair));
    }

    private static Connection open(URI gateway, String path, WebSocket.Builder upgrade) {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        URI door = URI.create("ws" + gateway.toString().substring("http".length()) + path);
        WebSocket socket = upgrade.buildAsync(door, new WebSocket.Listener() {
            private final StringBuilder partial = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                partial.append(text);
                if (last) {
                    received.add(partial.toString());
                    partial.setLength(0);
                }
                from.request(1);
                return null;
            }
        }).join();
        return new Connection(received, text -> socket.sendText(text, true).join(), socket::abort);
    }

    /** One text a line. */
    public static Connection lines(int port) {
        try {
            Socket socket = new Socket("127.0.0.1", port);
            BlockingQueue<String> received = new LinkedBlockingQueue<>();
            Thread reader = new Thread(() -> {
                try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                    in.lines().forEach(received::add);
                } catch (IOException | UncheckedIOException closed) {
                    received.add("");
                }
            }, "lines");
            reader.setDaemon(true);
            reader.start();
            return new Connection(received, text -> write(socket, text), () -> close(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(String text) {
        out.accept(text);
    }

    /** The next text. */
    public String next() {
        try {
            String next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came for " + PATIENCE_SECONDS + " seconds");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Says nothing before. */
    public void cut() {
        cut.run();
    }
}
