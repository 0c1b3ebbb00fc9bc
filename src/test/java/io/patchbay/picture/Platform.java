package io.patchbay.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The platform door of one gateway. */
record Platform(URI gateway) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CREDENTIALS = "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));

    /** What is gone meanwhile, or may not do this any more, says so; nothing else goes wrong. */
    void post(String path, String body) {
        try {
            HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", CREDENTIALS)
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201 && answer.statusCode() != 200 && answer.statusCode() != 404 && answer.statusCode() != 409) {
                throw new AssertionError(path + " " + body + " was answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
