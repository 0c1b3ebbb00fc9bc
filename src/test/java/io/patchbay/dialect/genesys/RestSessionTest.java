package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.Rest.Reply;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may, by credentials or cookie (genesys.md 1.2), and the form of every reply (1.4), through a real gateway. */
class RestSessionTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final String DENIED = "{\"statusCode\":20,\"statusMessage\":\"Access denied\"}";
    private final Rest sam = Rest.basic(GATEWAY, "sam");

    private static void isDenied(Reply reply) {
        assertThat(reply.http()).isEqualTo(403);
        assertThat(reply.body()).hasToString(DENIED);
        assertThat(reply.response().headers().firstValue("WWW-Authenticate")).as("no prompt of the browser").isEmpty();
        assertThat(reply.cookie()).isEmpty();
    }

    @Test
    void who_is_nobody_is_denied_everything_but_the_version() {
        Rest nobody = new Rest(GATEWAY);
        for (String path : List.of("", "/", "/me", "/me?subresources=features,devices,channels", "/users", "/me/calls/x", "/no/such")) {
            isDenied(nobody.get(path));
            isDenied(nobody.post(path, "{'operationName':'StartContactCenterSession','channels':['voice']}"));
        }
        for (Rest wrong : List.of(new Rest(GATEWAY, "Authorization", "Basic YW5hOndyb25n"), new Rest(GATEWAY, "Authorization", "Basic ?"),
                Rest.basic(GATEWAY, "sim"), Rest.basic(GATEWAY, "eve"), Rest.basic(GATEWAY, "nobody"))) {
            isDenied(wrong.get("/me"));
        }
        assertThat(nobody.get("/diagnostics/version").body()).hasToString("{\"statusCode\":0,\"version\":\"8.5.202.96\"}");
    }

    @Test
    void the_cookie_of_the_first_reply_is_good_without_credentials_and_set_once() {
        String token = sam.get("/me").cookie().orElseThrow();
        Rest cookie = Rest.cookie(GATEWAY, token);
        Reply again = cookie.get("/me");
        assertThat(again.at("/user/userName").asText()).isEqualTo("sam");
        assertThat(again.cookie()).isEmpty();
        assertThat(cookie.post("/me", "{'operationName':'Dance'}").code()).isEqualTo(2);
        assertThat(sam.get("/me").cookie().orElseThrow()).as("each request without a cookie begins a session").isNotEqualTo(token);
        assertThat(cookie.get("/me").code()).isZero();
    }

    @Test
    void a_cookie_is_for_scripts_unreadable_and_for_the_whole_site() {
        assertThat(sam.get("/me").response().headers().allValues("Set-Cookie")).singleElement().asString()
                .matches("JSESSIONID=[A-Za-z0-9_-]{40,}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void a_guessed_cookie_is_nobodys_and_does_no_harm_to_credentials() {
        String token = sam.get("/me").cookie().orElseThrow();
        String guessed = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        for (String text : List.of(guessed, "x", "", "ana")) {
            isDenied(Rest.cookie(GATEWAY, text).get("/me"));
        }
        String[] credentials = sam.headers();
        Reply both = new Rest(GATEWAY, "Cookie", "JSESSIONID=" + guessed, credentials[0], credentials[1]).get("/me");
        assertThat(both.code()).isZero();
        assertThat(both.cookie()).isPresent();
    }

    @Test
    void the_end_of_the_contact_centre_session_ends_the_cookie() {
        Rest cookie = Rest.cookie(GATEWAY, sam.get("/me").cookie().orElseThrow());
        assertThat(cookie.post("/me", "{'operationName':'EndContactCenterSession'}").code()).as("signed out").isEqualTo(2);
        assertThat(cookie.get("/me").code()).isZero();
        cookie.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['voice']}");
        Rest other = Rest.cookie(GATEWAY, sam.get("/me").cookie().orElseThrow());
        cookie.done("/me", "EndContactCenterSession");
        isDenied(cookie.get("/me"));
        isDenied(cookie.post("/me", "{'operationName':'Ready'}"));
        assertThat(other.get("/me").code()).as("another HTTP session of the agent").isZero();
        Reply next = sam.post("/me", "{'operationName':'Ready'}");
        assertThat(next.code()).as("credentials begin no contact-centre session").isEqualTo(2);
        assertThat(next.cookie()).isPresent();
    }

    @Test
    void what_the_port_refuses_is_told_in_the_same_form() {
        assertThat(sam.get("/no/such").body()).hasToString("{\"statusCode\":6,\"statusMessage\":\"There is no such resource.\"}");
        assertThat(sam.get("/no/such").http()).isEqualTo(404);
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            Reply reply = sam.send(method, "/me", "{}");
            assertThat(List.of(reply.http(), reply.code())).as(method).containsExactly(405, 6);
        }
        Reply tooLong = sam.post("/me", "x".repeat(70_000));
        assertThat(List.of(tooLong.http(), tooLong.code())).containsExactly(413, 10);
        Reply deep = sam.post("/me", "[".repeat(1000));
        assertThat(List.of(deep.http(), deep.code())).containsExactly(400, 1);
        for (String id : List.of("%ff", "x", "%00", "a%2Fb", "%20", "0".repeat(32))) {
            for (String collection : List.of("/me/calls/", "/me/devices/", "/me/channels/", "/users/", "/contacts/", "/queues/")) {
                assertThat(sam.get(collection + id).http()).as(collection + id).isIn(400, 404);
                assertThat(sam.post(collection + id, "{'operationName':'Ready'}").http()).as(collection + id).isIn(400, 404);
            }
        }
    }

    @Test
    void head_is_get_without_a_body() {
        var response = sam.raw("HEAD", "/me", "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(sam.raw("HEAD", "/no/such", "").statusCode()).isEqualTo(404);
    }
}
