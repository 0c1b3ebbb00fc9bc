package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** One user that speaks Bayeux by hand and keeps no cookie unless told, so that a test sees each byte. */
public final class CometdUser {
    private static final ObjectMapper JSON = new ObjectMapper();

    final HttpClient http;
    final URI door;
    final String user;
    String id;
    private String browser;
    private String[] credentials;

    public CometdUser(HttpClient http, URI door, String user) {
        this.http = http;
        this.door = door;
        this.user = user;
        this.credentials = new String[] {"Authorization", basic(user)};
    }

    /** Each request has this header instead of the user with password x. */
    public CometdUser by(String name, String value) {
        credentials = new String[] {name, value};
        return this;
    }

    /** Each request has the cookie of the library from now on. */
    CometdUser ofBrowser(String name) {
        browser = name;
        return this;
    }

    HttpRequest.Builder request(String below, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door + below)).POST(BodyPublishers.ofString(body))
            .headers(credentials);
        return browser == null ? request : request.header("Cookie", "BAYEUX_BROWSER=" + browser);
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":x").getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(String below, String body) {
        return sent(below, body).join();
    }

    public CompletableFuture<HttpResponse<String>> sent(String below, String body) {
        return http.sendAsync(request(below, body).build(), BodyHandlers.ofString());
    }

    /** The replies of a request that HTTP accepts. */
    public JsonNode ask(String body) {
        return json(post("", body));
    }

    public static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().allValues("content-type")).containsExactly("application/json");
        return read(response.body());
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CometdUser handshake() {
        return handshake("{}");
    }

    public CometdUser handshake(String ext) {
        JsonNode reply = json(post("/handshake", "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"ext\":" + ext
            + ",\"supportedConnectionTypes\":[\"long-polling\"],\"id\":\"1\"}]"));
        assertThat(reply).as("a handshake carries no events").hasSize(1);
        assertThat(reply.at("/0/successful").asBoolean()).as(reply.toString()).isTrue();
        id = reply.at("/0/clientId").asText();
        return this;
    }

    /** Handshake, one subscription, and the first poll, which is answered at once. */
    public CometdUser ready(String subscription) {
        handshake();
        assertThat(ask(subscribe(subscription)).at("/0/successful").asBoolean()).isTrue();
        assertThat(ask(connect("")).at("/0/successful").asBoolean()).isTrue();
        return this;
    }

    public CompletableFuture<HttpResponse<String>> poll() {
        return sent("/connect", connect(""));
    }

    public String connect(String more) {
        return "[" + message("/meta/connect", ",\"connectionType\":\"long-polling\",\"id\":\"2\"" + more) + "]";
    }

    public String subscribe(String channel) {
        return "[" + message("/meta/subscribe", ",\"id\":\"3\",\"subscription\":\"" + channel + "\"") + "]";
    }

    public String message(String channel, String more) {
        return "{\"channel\":\"" + channel + "\",\"clientId\":\"" + id + "\"" + more + "}";
    }
}
