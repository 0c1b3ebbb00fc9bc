package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.wire.CometdUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The platform door of one gateway. */
record Platform(URI gateway) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CREDENTIALS = "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));

    /** What is gone meanwhile, or may not do this any more, says so; nothing else goes wrong. */
    void post(String path, String body) {
        HttpResponse<String> answer = send(path, request -> request.POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 201 && answer.statusCode() != 200 && answer.statusCode() != 404 && answer.statusCode() != 409) {
            throw new AssertionError(path + " " + body + " was answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Empty where it is gone. */
    Optional<JsonNode> get(String path) {
        HttpResponse<String> answer = send(path, HttpRequest.Builder::GET);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(CometdUser.json(answer));
    }

    private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> method) {
        try {
            return HTTP.send(method.apply(HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", CREDENTIALS)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
