package io.patchbay.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Requests of one user over HTTP, posted where they name no other method. */
public final class Posting {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_SECONDS = 20;

    private final URI gateway;
    private final String credentials;
    private final List<String> names;
    private final Deque<CompletableFuture<HttpResponse<String>>> asked = new ArrayDeque<>();

    /** @param names come with each request, as parameters and, where HTTP allows it, as headers */
    public Posting(URI gateway, String user, List<String> names) {
        this.gateway = gateway;
        this.credentials = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        this.names = names;
    }

    public void send(String path, String body) {
        send("POST", path, body);
    }

    public void send(String method, String path, String body) {
        String query = names.stream().map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8) + "=smuggled")
                .collect(Collectors.joining("&", names.isEmpty() ? "" : "?", ""));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path + query))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS)).header("Authorization", credentials)
                .method(method, BodyPublishers.ofString(body));
        names.stream().filter(name -> name.matches("[A-Za-z0-9._-]+")).forEach(name -> request.header(name, "smuggled"));
        asked.add(HTTP.sendAsync(request.build(), BodyHandlers.ofString()));
    }

    /** The response to the first request without one. */
    public HttpResponse<String> next() {
        return asked.remove().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Closes the connection as soon as the request is on its way. */
    public void sendAndLeave(String path, String body) {
        sendAndLeave("POST", path, body);
    }

    /** The same with another method. */
    public void sendAndLeave(String method, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nAuthorization: " + credentials
                + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
