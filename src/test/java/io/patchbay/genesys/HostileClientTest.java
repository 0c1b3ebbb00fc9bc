package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.RunningGateway;
import io.patchbay.wire.CometdUser;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests of those who mean harm, or send anything: each is refused in the dialect, and neither changes nor tells anything. */
class HostileClientTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final String MARK = "Zx81Q";
    private static final GenesysDesktop ANA = GenesysDesktop.of(GATEWAY, "ana");
    private static final GenesysDesktop BEN = GenesysDesktop.of(GATEWAY, "ben");
    private static String call;
    private static String before;

    @BeforeAll
    static void talk() {
        ANA.listen("/**").signIn();
        ANA.dial("+15550199");
        call = ANA.call("Established");
        before = state();
    }

    @AfterAll
    static void end() {
        assertThat(state()).isEqualTo(before);
        ANA.ask("POST", "/me", "{\"operationName\":\"EndContactCenterSession\"}");
        ANA.close();
    }

    /** All that the agent has, without what goes on by itself. */
    private static String state() {
        return ANA.get("/me?subresources=*").toString().replaceAll("\"duration\":\"\\d+\"", "");
    }

    @Test
    void a_body_of_any_kind_is_refused_at_every_resource() {
        List<String> resources = List.of("/me", "/me/channels/voice", "/me/devices/5001/calls", "/me/devices/5001", "/me/calls/" + call,
                "/calls/" + call, "/me/calls", "/me/chats/" + call, "/users", "/users/ana", "/me/settings", "", "/" + MARK);
        List<String> bodies = List.of("", MARK, "[]", "[{}]", "{", "{}", "null", "7", "\"" + MARK + "\"", "{\"operationName\":null}",
                "{\"operationName\":7}", "{\"operationName\":\"\"}", "{\"operationName\":[\"Hangup\"]}", "{\"operationName\":{}}",
                "{\"operationName\":\"" + MARK + "\"}", "{\"operationName\":\"hangup\"}", "{\"operationName\":\"Hangup \"}",
                "{\"operationName\":\"Hangup\"} {}", "{\"operationName\":\"Hangup\",}", "{'operationName':'Hangup'}",
                "{\"operationName\":\"Hangup\",\"operationName\":\"Hangup\"}", "{\"operationname\":\"Hangup\"}",
                "{\"operationName\":\"Hangup\",\"x\":NaN}", "{\"operationName\":\"Hangup\",\"x\":" + "1".repeat(2_000) + "}",
                "{\"operationName\":\"Hangup\",\"x\":1e999999999}" + MARK, "[".repeat(5_000), "{\"a\":".repeat(5_000),
                "{\"operationName\":\"Hangup\",\"x\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}");
        for (String resource : resources) {
            bodies.forEach(body -> assertRefused(ANA.ask("POST", resource, body), 400, 404));
        }
    }

    @Test
    void a_parameter_of_a_wrong_kind_is_refused_without_its_value() {
        List<String> wrong = List.of("null", "[]", "{}", "true", "[null]", "[{}]", "{\"phoneNumber\":null}", "{\"phoneNumber\":[]}",
                "{\"phoneNumber\":{}}", "{\"phoneNumber\":true}", "{\"phoneNumber\":\"\"}", "{\"phoneNumber\":\"" + MARK + "\"}",
                "{\"phoneNumber\":\"" + "5".repeat(4_000) + "\"}", "{\"phoneNumber\":-1}", "{\"phoneNumber\":1.5}", "\"\\u0000\"", "-7",
                "{\"" + MARK + "\":null}", "\"\\ud800\"", "1.5", "[\"" + MARK + "\"]");
        for (String value : wrong) {
            for (String operation : List.of("InitiateTransfer", "InitiateConference", "SingleStepTransfer", "SingleStepConference")) {
                assertRefused(ANA.ask("POST", "/me/calls/" + call, with(operation, "destination", value)), 400, 404);
            }
            assertRefused(ANA.ask("POST", "/me/devices/5001/calls", with("Dial", "destination", value)), 400, 404);
            assertRefused(ANA.ask("POST", "/me", with("StartContactCenterSession", "channels", value)), 400);
            assertRefused(ANA.ask("POST", "/me/calls/" + call, with("SendDtmf", "digits", value)), 400);
            assertRefused(ANA.ask("POST", "/me/calls/" + call, with("RemoveParticipantFromConference", "participant", value)), 400, 404);
        }
        for (String value : List.of("null", "[]", "true", "7", "\"" + MARK + "\"", "{\"\":\"" + MARK + "\"}", "[{\"a\":\"b\"}]")) {
            for (String operation : List.of("AttachUserData", "UpdateUserData")) {
                assertRefused(ANA.ask("POST", "/me/calls/" + call, with(operation, "userData", value)), 400);
            }
        }
        assertRefused(ANA.ask("POST", "/me", "\"" + MARK.repeat(20_000) + "\""), 413);
    }

    private static String with(String operation, String parameter, String value) {
        return "{\"operationName\":\"" + operation + "\",\"" + parameter + "\":" + value + "}";
    }

    @Test
    void a_session_of_notifications_is_good_for_its_user_only() {
        CometdUser theirs = new CometdUser(HttpClient.newHttpClient(), GATEWAY.resolve("/api/v2/notifications"), "ana")
                .by("Authorization", GenesysDesktop.basic("ana")).ready("/**");
        theirs.by("Authorization", GenesysDesktop.basic("ben"));
        for (String message : List.of(theirs.connect(""), theirs.subscribe("/v2/me"),
                "[" + theirs.message("/meta/disconnect", "") + "]", "[" + theirs.message("/v2/me/calls", ",\"data\":{}") + "]")) {
            JsonNode reply = theirs.ask(message);
            assertThat(reply).hasSize(1);
            assertThat(reply.at("/0/successful").asBoolean(true)).as(reply.toString()).isFalse();
            assertThat(reply.at("/0/error").asText()).startsWith("402:");
        }
        theirs.by("Authorization", GenesysDesktop.basic("ana"));
        assertThat(theirs.ask(theirs.connect(",\"advice\":{\"timeout\":0}")).at("/0/successful").asBoolean()).isTrue();
        theirs.post("", "[" + theirs.message("/meta/disconnect", "") + "]");
    }

    @Test
    void a_cookie_is_good_where_it_was_made_and_as_it_was_made() {
        String ana = ANA.cookie();
        String ben = BEN.cookie();
        int half = ana.length() / 2;
        String elsewhere;
        try (RunningGateway other = RunningGateway.start(Map.of())) {
            elsewhere = GenesysDesktop.of(other.http(), "ana").cookie();
        }
        Stream.of(elsewhere, ana.toLowerCase(Locale.ROOT), ana.substring(1), ana + "A", ana.substring(0, half),
                ana.substring(0, half) + ben.substring(half), ben.substring(0, half) + ana.substring(half),
                ana.substring(0, half) + "A".repeat(ana.length() - half), "", "\"", "ana", "A".repeat(7_000), "%00", "..")
                .forEach(token -> {
                    GenesysDesktop guessing = GenesysDesktop.byCookie(GATEWAY, token);
                    assertRefused(guessing.ask("GET", "/me", ""), 403);
                    assertRefused(guessing.ask("POST", "/me", "{\"operationName\":\"Ready\"}"), 403);
                    assertRefused(guessing.ask("POST", "/notifications/handshake", "[{\"channel\":\"/meta/handshake\"}]"), 403);
                });
        assertThat(GenesysDesktop.byCookie(GATEWAY, ana).get("/me").at("/user/userName").asText()).isEqualTo("ana");
    }

    @Test
    void a_page_of_another_origin_changes_nothing() throws IOException {
        for (String path : List.of("/me", "/notifications", "/notifications/handshake", "/me/calls/" + call)) {
            for (String origin : List.of("http://evil.example", "null", "https://" + GATEWAY.getHost())) {
                String reply = raw("POST /api/v2" + path, "Origin: " + origin, "{\"operationName\":\"Hangup\"}");
                assertThat(reply).startsWith("HTTP/1.1 403 ").contains("\"statusCode\":3,").doesNotContain("Access-Control");
                assertJson(reply);
            }
        }
        assertThat(raw("GET /api/v2/me", "Origin: http://evil.example", "")).doesNotContain("Access-Control");
        assertThat(raw("OPTIONS /api/v2/me", "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST", ""))
                .doesNotContain("Access-Control");
    }

    @Test
    void a_path_of_any_kind_is_answered_in_the_dialect() throws IOException {
        for (String path : List.of("/me%2Fcalls", "/me/calls/" + call + "%2F..", "/me/calls/%2e%2e%2f" + call, "/%6d%65/%00", "/me;x=1",
                "/me/calls/" + call + "%20", "/me/calls/%F0%9F%98%80", "/../../api/v2/" + MARK, "/users/%25", "/me/calls/'--", "/users/*",
                "/me/devices/" + MARK + "/calls", "/" + "x/".repeat(1_000), "/me/calls/" + "A".repeat(3_000), "/me/channels/%0d%0aX:y")) {
            String reply = raw("GET /api/v2" + path, "X: y", "");
            assertThat(reply).as(path).startsWith("HTTP/1.1 404 ").contains("\"statusCode\":6,").doesNotContain(MARK);
            assertJson(reply);
        }
        for (String path : List.of("/%zz", "/me/calls/%", "/me?subresources=%zz", "/me/%ff%", "/notifications/%zz")) {
            for (String method : List.of("GET", "POST")) {
                String reply = raw(method + " /api/v2" + path, "X: y", "");
                assertThat(reply).as(path).startsWith("HTTP/1.1 400 ").contains("\"statusCode\":1,");
                assertJson(reply);
            }
        }
    }

    @Test
    void a_method_that_is_not_served_is_answered_in_the_dialect() throws IOException {
        for (String path : List.of("/me", "/me/calls/" + call, "/notifications", "/notifications/connect", "/" + MARK)) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "BREW")) {
                String reply = raw(method + " /api/v2" + path, "X: y", "{\"operationName\":\"Hangup\"}");
                assertThat(reply).as(method).startsWith("HTTP/1.1 405 ").contains("\"statusCode\":6,", "Allow: ").doesNotContain(MARK);
                assertJson(reply);
            }
            assertThat(raw("OPTIONS /api/v2" + path, "X: y", "")).startsWith("HTTP/1.1 204 ");
        }
        assertThat(raw("HEAD /api/v2/me", "X: y", "")).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        assertThat(raw("HEAD /api/v2/" + MARK, "X: y", "")).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
    }

    @Test
    void a_head_that_is_too_long_ends_its_connection_only() throws IOException {
        assertThat(raw("GET /api/v2/me", "Cookie: JSESSIONID=" + "A".repeat(9_000), "")).matches("(?s)HTTP/1.\\d 431 .*");
        assertThat(raw("GET /api/v2/me?x=" + "A".repeat(9_000), "X: y", "")).matches("(?s)HTTP/1.\\d 414 .*");
        assertThat(raw("GET /api/v2/me", "Cookie: " + "a=b; ".repeat(1_000), "")).startsWith("HTTP/1.1 200 ");
        assertThat(ANA.ended()).isNotDone();
    }

    /** The whole response to a request of ana. */
    private static String raw(String line, String headers, String body) throws IOException {
        try (Socket socket = new Socket(GATEWAY.getHost(), GATEWAY.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: " + GATEWAY.getAuthority()
                    + "\r\nConnection: close\r\nAuthorization: " + GenesysDesktop.basic("ana") + "\r\n" + headers
                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertJson(String reply) {
        assertThat(reply).containsIgnoringCase("\r\ncontent-type: application/json\r\n").doesNotContain("Exception", "io.patchbay");
    }

    private static void assertRefused(HttpResponse<String> reply, Integer... statuses) {
        String asked = reply.request().method() + " " + reply.uri().getPath() + ": " + reply.statusCode() + " " + reply.body();
        assertThat(reply.headers().allValues("Content-Type")).as(asked).containsExactly("application/json");
        JsonNode body = CometdUser.read(reply.body());
        assertThat(reply.statusCode()).as(asked).isIn((Object[]) statuses);
        assertThat(body.path("statusCode").asInt()).as(asked).isPositive();
        assertThat(body.path("statusMessage").asText()).as(asked).isNotBlank().doesNotContain(MARK, "Exception");
        assertThat(body.size()).as(asked).isEqualTo(2);
    }
}
