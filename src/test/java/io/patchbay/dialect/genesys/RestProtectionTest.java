package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.Rest.Reply;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSRF tokens, pages of other hosts, features of users, and the rate of customers (genesys.md 1.2, 1.3, 3.2), through a real gateway. */
class RestProtectionTest {
    private static final String HANDSHAKE =
            "[{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['long-polling'],'id':'1'}]";
    private static final String INVALID = "{\"statusCode\":3,\"statusMessage\":\"Missing or invalid Csrf token\"}";
    private static RunningGateway gateway;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        String directory = Files.readString(Path.of("config/directory.yaml"));
        Path file = folder.resolve("directory.yaml");
        Files.writeString(file, directory.replace("  - name: ben\n", "  - name: ben\n    features: [api-voice]\n")
                .replace("  - name: caro\n", "  - name: caro\n    features: [api-multimedia]\n"));
        gateway = RunningGateway.start(Map.of("genesys.csrf", "true", "http.origins", "https://desk.example.com",
                "genesys.customers.rate", "2", "directory.file", file.toString()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** With the cookie and the token of a new session. */
    private static Rest desk(String user) {
        Reply me = Rest.basic(gateway.http(), user).get("/me");
        assertThat(header(me.response(), "X-CSRF-HEADER")).isEqualTo("X-CSRF-TOKEN");
        return new Rest(gateway.http(), "Cookie", "JSESSIONID=" + me.cookie().orElseThrow(), "X-CSRF-TOKEN",
                header(me.response(), "X-CSRF-TOKEN"));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Rest with(Rest rest, String token) {
        return new Rest(gateway.http(), rest.headers()[0], rest.headers()[1], "X-CSRF-TOKEN", token);
    }

    @Test
    void a_changing_request_needs_the_token_of_its_session() {
        Rest sam = desk("sam");
        String token = sam.headers()[3];
        assertThat(token).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(header(sam.get("/users").response(), "X-CSRF-TOKEN")).as("every GET tells it").isEqualTo(token);
        sam.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['voice']}");
        for (Rest wrong : List.of(with(sam, ""), with(sam, "x"), with(sam, desk("sam").headers()[3]),
                new Rest(gateway.http(), sam.headers()[0], sam.headers()[1]), Rest.basic(gateway.http(), "sam"),
                with(Rest.basic(gateway.http(), "sam"), token))) {
            Reply refused = wrong.post("/me", "{'operationName':'EndContactCenterSession'}");
            assertThat(refused.http()).isEqualTo(403);
            assertThat(refused.body()).hasToString(INVALID);
            HttpResponse<String> handshake = wrong.raw("POST", "/notifications", HANDSHAKE.replace('\'', '"'));
            assertThat(handshake.statusCode()).isEqualTo(403);
            assertThat(handshake.body()).isEqualTo(INVALID);
        }
        assertThat(sam.raw("POST", "/notifications", HANDSHAKE.replace('\'', '"')).body()).contains("\"successful\":true");
        sam.done("/me", "EndContactCenterSession");
        assertThat(sam.post("/me", "{'operationName':'Ready'}").code()).as("the token ends with its session").isEqualTo(20);
    }

    @Test
    void a_page_of_a_listed_origin_may_read_the_token() {
        String[] basic = Rest.basic(gateway.http(), "sam").headers();
        HttpResponse<String> listed = new Rest(gateway.http(), basic[0], basic[1], "Origin", "https://desk.example.com")
                .raw("GET", "/me", "");
        assertThat(header(listed, "Access-Control-Allow-Origin")).isEqualTo("https://desk.example.com");
        assertThat(header(listed, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(listed, "Access-Control-Expose-Headers")).contains("X-CSRF-HEADER", "X-CSRF-TOKEN");
        HttpResponse<String> foreign = new Rest(gateway.http(), basic[0], basic[1], "Origin", "https://evil.example.com")
                .raw("GET", "/me", "");
        assertThat(header(foreign, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(new Rest(gateway.http(), basic[0], basic[1], "Origin", "https://evil.example.com")
                .post("/me", "{'operationName':'Ready'}").http()).isEqualTo(403);
    }

    @Test
    void without_its_feature_an_operation_is_refused_with_5() {
        Rest ben = desk("ben");
        assertThat(ben.get("/me?subresources=features").at("/user/features").findValuesAsText("id")).containsExactly("api-voice");
        Reply partial = ben.post("/me", "{'operationName':'StartContactCenterSession','channels':['voice','chat']}");
        assertThat(partial.code()).isEqualTo(7);
        assertThat(partial.at("/failed/0/statusCode").asInt()).isEqualTo(5);
        assertThat(partial.at("/failed/0/channel").asText()).isEqualTo("chat");
        assertThat(ben.post("/me/chats/x", "{'operationName':'Accept'}").code()).isEqualTo(5);
        for (String path : List.of("/me/chats", "/chats/x", "/me/smssessions?fields=*", "/me/chats/x/messages")) {
            Reply refused = ben.get(path);
            assertThat(List.of(refused.http(), refused.code())).as(path).containsExactly(403, 5);
        }
        ben.done("/me", "EndContactCenterSession");
        Rest caro = desk("caro");
        assertThat(caro.post("/me", "{'operationName':'StartContactCenterSession','channels':['voice']}").code()).isEqualTo(5);
        assertThat(caro.post("/me/devices/5003/calls", "{'operationName':'Dial','destination':{'phoneNumber':'1'}}").code()).isEqualTo(5);
        assertThat(caro.get("/me/calls").code()).isEqualTo(5);
        assertThat(caro.post("/me/channels/voice", "{'operationName':'Ready'}").code()).isEqualTo(5);
        assertThat(caro.get("/me/devices").code()).as("a desktop reads its devices at its login").isZero();
    }

    @Test
    void too_many_chats_from_one_address_are_refused() {
        Rest customer = new Rest(gateway.http());
        List<Reply> replies = Stream.generate(
                () -> customer.post("/chats", "{'operationName':'RequestChat','nickname':'K'}")).limit(30).toList();
        assertThat(replies).extracting(Reply::http).contains(200, 429).containsOnly(200, 429);
        Reply refused = replies.stream().filter(reply -> reply.http() == 429).findFirst().orElseThrow();
        assertThat(refused.code()).isEqualTo(3);
        assertThat(header(refused.response(), "Retry-After")).isEqualTo("1");
        String begun = replies.get(0).at("/id").asText();
        assertThat(customer.get("/chats/" + begun).code()).as("what has begun goes on").isZero();
        assertThat(customer.get("/chats/" + begun).at("/chat/state").asText()).isEqualTo("WaitingForAgent");
    }
}
