package io.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.wire.CometdUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One agent's Genesys desktop: REST requests, and one CometD session whose notifications it keeps. Does not shake hands again. */
public final class GenesysDesktop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI gateway;
    private final String[] credentials;
    private final CometdUser session;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Set<String> known = new HashSet<>();
    private volatile boolean left;

    private GenesysDesktop(URI gateway, String name, String value) {
        this.gateway = gateway;
        this.credentials = new String[] {name, value};
        this.session = new CometdUser(HTTP, gateway.resolve("/api/v2/notifications"), "").by(name, value);
    }

    /** By Basic credentials alone. */
    public static GenesysDesktop of(URI gateway, String agent) {
        return new GenesysDesktop(gateway, "Authorization", basic(agent));
    }

    /** By a session cookie alone. */
    public static GenesysDesktop byCookie(URI gateway, String token) {
        return new GenesysDesktop(gateway, "Cookie", "JSESSIONID=" + token);
    }

    public static String basic(String agent) {
        return "Basic " + Base64.getEncoder().encodeToString((agent + ":" + agent).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The token of a new HTTP session of the agent. */
    public String cookie() {
        return ask("GET", "/me", "").headers().firstValue("Set-Cookie").orElseThrow().replaceFirst("^JSESSIONID=([^;]*);.*$", "$1");
    }

    /** A contact-centre session with a voice channel, which is not ready. */
    public GenesysDesktop signIn() {
        done("/me", "'operationName':'StartContactCenterSession','channels':['voice']");
        return this;
    }

    public void dial(String number) {
        done("/me/devices/" + get("/me/devices?fields=*").at("/devices/0/id").asText() + "/calls",
                "'operationName':'Dial','destination':{'phoneNumber':'" + number + "'}");
    }

    public void operate(String call, String operation) {
        done("/me/calls/" + call, "'operationName':'" + operation + "'");
    }

    /** A POST that must be accepted. @param members of the body, with single quotes */
    public void done(String path, String members) {
        HttpResponse<String> reply = ask("POST", path, "{" + members.replace('\'', '"') + "}");
        assertThat(reply.body()).as("%s %s", path, members).isEqualTo("{\"statusCode\":0}");
    }

    public JsonNode get(String path) {
        return CometdUser.json(ask("GET", path, ""));
    }

    public HttpResponse<String> ask(String method, String path, String body) {
        return asked(method, path, body).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** @param more names and values of headers */
    public CompletableFuture<HttpResponse<String>> asked(String method, String path, String body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + "/api/v2" + path)).headers(credentials);
        return HTTP.sendAsync((more.length == 0 ? request : request.headers(more)).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Notifications from now on. */
    public GenesysDesktop listen(String subscription) {
        session.ready(subscription);
        poll();
        return this;
    }

    private void poll() {
        session.poll().whenComplete((reply, error) -> {
            if (error != null || reply.statusCode() != 200) {
                ended.complete(error == null ? reply.body() : error.toString());
                return;
            }
            received.add(reply.body());
            boolean again = !left;
            for (JsonNode message : CometdUser.read(reply.body())) {
                if (!message.path("channel").asText().startsWith("/meta/")) {
                    told.add(message);
                } else if (!message.path("successful").asBoolean()) {
                    ended.complete(message.path("error").asText());
                    again = false;
                }
            }
            if (again) {
                poll();
            } else {
                ended.complete("left");
            }
        });
    }

    /** The next call that is told in this state for the first time. @param others which calls it is not */
    public String call(String state, String... others) {
        Set<String> not = Set.of(others);
        String id = told(message -> message.at("/data/call/state").asText().equals(state)
                && !not.contains(id(message)) && !known.contains(state + id(message))).at("/data/call/id").asText();
        known.add(state + id);
        return id;
    }

    private static String id(JsonNode message) {
        return message.at("/data/call/id").asText();
    }

    /** Waits for a notification; one that has come before counts too. */
    public JsonNode told(Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10))
                .until(() -> told.stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    /** All notifications in their order. */
    public List<JsonNode> told() {
        return List.copyOf(told);
    }

    /** All that the polls were answered, as it was sent. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Why no more notifications come. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Ends the CometD session, as a client does that is closed. */
    @Override
    public void close() {
        left = true;
        try {
            session.post("/disconnect", "[" + session.message("/meta/disconnect", ",\"id\":\"9\"") + "]");
        } catch (RuntimeException e) {
            assertThat(e).as("the gateway may be gone").hasCauseInstanceOf(IOException.class);
        }
    }
}
