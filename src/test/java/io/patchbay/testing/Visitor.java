package io.patchbay.testing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A client at an address of its own, such as {@code 127.0.0.2}, which Linux has without configuration. */
public final class Visitor implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private final Vertx vertx = Vertx.vertx();
    private final URI gateway;
    private final String address;
    private final HttpClient http;
    private final WebSocketClient sockets;

    /** @param retryAfter the header, or an empty text */
    public record Answer(int status, String retryAfter, String body) { }

    public Visitor(URI gateway, String address) {
        this.gateway = gateway;
        this.address = address;
        this.http = vertx.createHttpClient(new HttpClientOptions().setLocalAddress(address).setDefaultHost("127.0.0.1")
                .setDefaultPort(gateway.getPort()));
        this.sockets = vertx.createWebSocketClient(new WebSocketClientOptions().setLocalAddress(address));
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Of a stream that begins, only the status. */
    public Answer ask(String method, String path, Map<String, String> headers, String body) {
        return now(http.request(HttpMethod.valueOf(method), path).compose(request -> {
            headers.forEach(request::putHeader);
            // Asked for before the request goes out: the body of a response that has come is lost.
            Future<Answer> answer = request.response().compose(Visitor::answer);
            request.send(body);
            return answer;
        }));
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        boolean stream = String.valueOf(response.getHeader("Content-Type")).startsWith("text/event-stream");
        if (stream) {
            response.exceptionHandler(reset -> { });
            response.request().reset();
        }
        return (stream ? Future.succeededFuture("") : response.body().map(bytes -> bytes.toString()))
                .map(text -> new Answer(response.statusCode(), header(response.headers()), text));
    }

    /** 101 for an upgrade, else the refusal. */
    public Answer upgrade(String path, String authorization) {
        try {
            now(socket(path, "", authorization)).close();
            return new Answer(101, "", "");
        } catch (CompletionException e) {
            if (e.getCause() instanceof UpgradeRejectedException refused) {
                return new Answer(refused.getStatus(), header(refused.getHeaders()), refused.getBody().toString());
            }
            throw e;
        }
    }

    /** The first frame after this one. */
    public String frame(String path, String subprotocol, String text) {
        CompletableFuture<String> first = new CompletableFuture<>();
        WebSocket socket = now(socket(path, subprotocol, "").map(open -> {
            open.textMessageHandler(first::complete);
            open.writeTextMessage(text);
            return open;
        }));
        try {
            return first.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } finally {
            socket.close();
        }
    }

    /** The first line after this one. */
    public String line(int port, String text) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Future<WebSocket> socket(String path, String subprotocol, String authorization) {
        WebSocketConnectOptions options = new WebSocketConnectOptions().setHost("127.0.0.1").setPort(gateway.getPort()).setURI(path);
        if (!subprotocol.isEmpty()) {
            options.setSubProtocols(List.of(subprotocol));
        }
        if (!authorization.isEmpty()) {
            options.addHeader("Authorization", authorization);
        }
        return sockets.connect(options);
    }

    private static String header(MultiMap headers) {
        return headers.contains("Retry-After") ? headers.get("Retry-After") : "";
    }

    private static <T> T now(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        now(vertx.close());
    }
}
