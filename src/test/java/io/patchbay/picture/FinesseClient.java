package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.golden.FinesseXml;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One agent's Finesse desktop: sends requests, and paints its picture of the notifications it gets. Guarded by itself. */
final class FinesseClient implements AutoCloseable {
    /** Stands among what was told for all dialogs at once, and for the state of the agent. */
    static final String ALL = "*";
    private static final String NOTIFICATIONS = "/finesse/notifications";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI gateway;
    private final String agent;
    private final String extension;
    private final String authorization;
    private final History history;
    private final List<Told> told = new ArrayList<>();
    private final FinessePicture picture;
    private CompletableFuture<Boolean> marker = new CompletableFuture<>();
    private JsonNode read;
    private int readAfter;
    private boolean whole;
    private Wire wire;
    private String failure;
    private int connections;
    private int requests;

    /**
     * A notification.
     *
     * @param dialog    that it is about, or {@link #ALL}; empty for an error
     * @param requestId of the request that caused it, else empty
     * @param error     the word of the error, else empty
     */
    record Told(String dialog, String requestId, String error) { }

    /** @param error the ErrorType, empty where it was accepted */
    record Reply(String requestId, String error) {
        boolean isRefusal() {
            return !error.isEmpty();
        }
    }

    FinesseClient(URI gateway, String agent, String extension) {
        this.gateway = gateway;
        this.agent = agent;
        this.extension = extension;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((agent + ":" + agent).getBytes(StandardCharsets.UTF_8));
        this.history = new History(agent);
        this.picture = new FinessePicture(agent, extension);
    }

    String agent() {
        return agent;
    }

    String extension() {
        return extension;
    }

    FinessePicture picture() {
        return picture;
    }

    History history() {
        return history;
    }

    /** On a new connection. The one before, if there is one, is lost, and with it what it was to bring. */
    void connect() {
        int number;
        synchronized (this) {
            if (wire != null) {
                wire.close();
                history.add("- lost its connection");
            }
            whole = false;
            number = ++connections;
        }
        // The first notification comes before the handshake is told: not while the client is held.
        Wire opened = Wire.webSocket(gateway, NOTIFICATIONS, Wire.HTTP.newWebSocketBuilder().header("Authorization", authorization),
                message -> heard(number, message));
        synchronized (this) {
            wire = opened;
        }
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(this::beginsWithAll);
    }

    /**
     * Reads the collection. The door refuses a message behind all notifications until then. If none came since the request, the picture
     * begins with what was read.
     */
    private boolean beginsWithAll() {
        int before = toldCount();
        JsonNode all = dialogs();
        CompletableFuture<Boolean> result;
        synchronized (this) {
            read = all;
            readAfter = before;
            marker = new CompletableFuture<>();
            result = marker;
            wire.send("?");
        }
        return result.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The collection of the agent's dialogs, as it reads it now. */
    JsonNode dialogs() {
        HttpResponse<String> response = send("GET", "/User/" + agent + "/Dialogs", "", "").join();
        history.add("= " + response.body());
        assertThat(response.statusCode()).as("%s%s", response.body(), history).isEqualTo(200);
        return FinesseXml.json(response.body()).path("Dialogs");
    }

    synchronized CompletableFuture<Reply> ask(FinesseRequest request) {
        String id = agent + "-" + ++requests;
        history.add("> " + id + " " + request.method() + " " + request.path() + " " + request.body());
        return send(request.method(), request.path(), request.body(), id).thenApply(response -> {
            String error = response.statusCode() == 202 ? ""
                    : FinesseXml.json(response.body()).at("/ApiErrors/0/ErrorType").asText("status " + response.statusCode());
            history.add("< " + id + " " + response.statusCode() + " " + error);
            return new Reply(id, error);
        });
    }

    private CompletableFuture<HttpResponse<String>> send(String method, String path, String body, String requestId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/finesse/api" + path)).timeout(PATIENCE)
                .header("Authorization", authorization).method(method, BodyPublishers.ofString(body));
        if (!requestId.isEmpty()) {
            request.header("requestId", requestId);
        }
        return Wire.HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private synchronized void heard(int connection, String message) {
        if (connection != connections) {
            return;
        }
        history.add("< " + message);
        if (failure == null) {
            try {
                take(FinesseXml.json(message).path("Update"));
            } catch (ImpossibleFrame | AssertionError e) {
                failure = agent + " was told what cannot be: " + e.getMessage() + "\n  " + message;
                marker.complete(true);
            }
        }
        notifyAll();
    }

    private void take(JsonNode update) {
        JsonNode data = update.path("data");
        String dialog = ALL;
        if (update.path("source").asText().equals(NOTIFICATIONS)) {
            whole = told.size() == readAfter;
            if (whole) {
                picture.dialogs().begin(picture.views(read));
            }
            marker.complete(whole);
            return;
        } else if (data.has("user")) {
            picture.takeUser(update);
        } else if (data.has("apiErrors")) {
            dialog = "";
        } else if (data.has("dialogs") && FinessePicture.isPut(update)) {
            picture.takeAll(update);
        } else {
            dialog = FinessePicture.dialogOf(update).path("id").asText();
            if (whole) {
                picture.takeDialog(update);
            }
        }
        told.add(new Told(dialog, update.path("requestId").asText(), data.at("/apiErrors/0/errorMessage").asText()));
    }

    /** How much it was told. */
    synchronized int toldCount() {
        return told.size();
    }

    /** What it was told after so much, before the first effect of that request if there is one. */
    synchronized List<String> toldBefore(String requestId, int from) {
        return told.subList(from, told.size()).stream().takeWhile(one -> !one.requestId().equals(requestId)).map(Told::dialog).toList();
    }

    /** The ids of the dialogs that it was told of after so much, {@link #ALL} for all of them and for the state of the agent. */
    synchronized List<String> told(int from) {
        return told.subList(from, told.size()).stream().map(Told::dialog).toList();
    }

    /** What failed of that request after it was accepted. */
    synchronized Optional<String> error(String requestId) {
        return told.stream().filter(one -> one.requestId().equals(requestId) && !one.error().isEmpty()).map(Told::error).findFirst();
    }

    /** Waits until it is told something after so much, or not for long. */
    synchronized void awaitMore(int after, long millis) throws InterruptedException {
        if (told.size() == after && failure == null) {
            wait(millis);
        }
    }

    /** Throws what was told and cannot be. */
    synchronized void check() {
        if (failure != null) {
            throw new AssertionError(failure + history);
        }
    }

    @Override
    public synchronized void close() {
        connections++;
        wire.close();
    }
}
