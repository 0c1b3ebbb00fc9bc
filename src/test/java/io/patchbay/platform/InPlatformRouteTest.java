package io.patchbay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpServerPort;
import io.patchbay.wire.WireLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The production route files over a real port, before a switch without a grid. */
class InPlatformRouteTest {
    private static final PlatformDoorFixture DOOR = new PlatformDoorFixture();
    private static final Main MAIN = new Main();
    private static HttpServerPort port;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        MAIN.configure().setRoutesIncludePattern("file:routes/1-in-platform.camel.yaml,file:routes/2-dispatch.camel.yaml");
        MAIN.addOverrideProperty("platform.requests.burst", "2000");
        MAIN.addOverrideProperty("platform.requests.rate", "500");
        MAIN.bind("gatewayConfig", PlatformDoorFixture.DEMO.gateway());
        MAIN.bind("directory", PlatformDoorFixture.DEMO.directory().directory());
        MAIN.bind("signIn", (SignIn) DOOR.credentials::authenticate);
        MAIN.bind("commandGateway", DOOR.far);
        MAIN.bind("views", DOOR.far);
        MAIN.bind("calls", DOOR.far);
        MAIN.bind("contacts", DOOR.far);
        MAIN.bind("rejections", (Rejections) rejected -> { });
        MAIN.init();
        port = new HttpServerPort("127.0.0.1", 0, WireLimits.defaults()).attach(MAIN.getCamelContext());
        MAIN.start();
        port.open().useErrorRenderers(MAIN.getCamelContext().getRegistry().findByType(ErrorRenderer.class));
    }

    @AfterAll
    static void stop() {
        MAIN.stop();
        port.close();
        DOOR.close();
    }

    private HttpResponse<String> send(String method, String path, byte[] body, String user) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path)).header("Authorization", basic)
                .method(method, BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), "sim");
    }

    @Test
    void a_customer_calls_is_seen_and_hangs_up() throws Exception {
        var made = send("POST", "/platform/calls", "{\"from\":\"+15551234\",\"to\":\"5001\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("content-type")).contains("application/json");
        String call = PlatformDoorFixture.tree(made.body()).path("call").asText();
        var seen = send("GET", "/platform/calls?party=%2B15551234", "");
        assertThat(PlatformDoorFixture.tree(seen.body()).path(0)).isEqualTo(PlatformDoorFixture.tree(send("GET", "/platform/calls/" + call,
                "").body()));
        var gone = send("POST", "/platform/calls/" + call + "/parties/%2B15551234", "{\"action\":\"hangup\"}");
        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(PlatformDoorFixture.tree(gone.body()).path("parties")).isEmpty();
    }

    @Test
    void a_refusal_keeps_its_status_and_its_headers() throws Exception {
        var stranger = send("POST", "/platform/calls", "{}".getBytes(StandardCharsets.UTF_8), "nobody");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("www-authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
        assertThat(PlatformDoorFixture.tree(stranger.body()).path("error").path("code").asText()).isEqualTo("NOT_AUTHENTICATED");
        assertThat(send("DELETE", "/platform/calls", "").headers().firstValue("allow")).contains("GET, POST");
        assertThat(send("GET", "/platform/faxes", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_body_that_is_no_text_is_answered_in_the_words_of_the_door() throws Exception {
        var answer = send("POST", "/platform/calls", new byte[] {'{', (byte) 0xff, '}'}, "sim");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(PlatformDoorFixture.tree(answer.body()).path("error").path("code").asText()).isEqualTo("INVALID_MESSAGE");
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void so_is_one_that_is_too_long_to_be_read() throws Exception {
        var answer = send("POST", "/platform/calls", "x".repeat(100_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(PlatformDoorFixture.tree(answer.body()).path("error").path("code").asText()).isEqualTo("INVALID_MESSAGE");
    }

    @Test
    void a_failure_behind_the_route_is_answered_without_its_details() throws Exception {
        DOOR.far.failing = true;
        try {
            var answer = send("POST", "/platform/calls", "{\"from\":\"+15551234\",\"to\":\"sales\"}");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(PlatformDoorFixture.tree(answer.body()).path("error").path("code").asText()).isEqualTo("INTERNAL");
            assertThat(answer.body()).doesNotContain("secret");
        } finally {
            DOOR.far.failing = false;
        }
    }
}
