package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers, cookies, methods, origins, proxies, and clients that wait or leave. */
class HttpClientsTest extends HttpDoorFixture {
    @Test void the_door_sees_the_headers_it_named_and_all_cookies() throws Exception {
        post("/platform/x", "{}", "X-Named", "n", "X-Other", "o", "Cookie", "a=1; b=2", "Content-Type", "text/xml");
        assertThat(asked.get().headers()).isEqualTo(Map.of("x-named", "n", "content-type", "text/xml"));
        assertThat(asked.get().header("X-NAMED")).contains("n");
        assertThat(asked.get().cookies()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test void a_header_that_comes_twice_leaves_twice() throws Exception {
        var answer = post("/platform/x", "cookies");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    }

    @Test void the_client_of_a_trusted_proxy_is_the_last_address_that_is_no_proxy() throws Exception {
        post("/platform/x", "{}");
        assertThat(asked.get().remote()).isEqualTo("127.0.0.1");
        post("/platform/x", "{}", "X-Forwarded-For", "1.1.1.1, 203.0.113.9, 10.1.2.3");
        assertThat(asked.get().remote()).isEqualTo("203.0.113.9");
        post("/platform/x", "{}", "X-Forwarded-For", "no address");
        assertThat(asked.get().remote()).isEqualTo("127.0.0.1");
    }

    @Test void nobody_is_believed_who_is_no_trusted_proxy() {
        TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.1", "fd00::/8"));
        assertThat(proxies.client("10.0.0.2", List.of("1.1.1.1"))).isEqualTo("10.0.0.2");
        assertThat(proxies.client("10.0.0.1", List.of("1.1.1.1", "2.2.2.2"))).isEqualTo("2.2.2.2");
        assertThat(proxies.client("fd00::1", List.of("2.2.2.2"))).isEqualTo("2.2.2.2");
    }

    @ParameterizedTest
    @CsvSource({"2.2.2.2:4711,2.2.2.2", "[2001:db8::1]:4711,2001:db8:0:0:0:0:0:1", "[2001:db8::1],2001:db8:0:0:0:0:0:1",
        "2001:db8::1,2001:db8:0:0:0:0:0:1", "2.2.2.2:x,10.0.0.1", "[2.2.2.2,10.0.0.1", "unknown,10.0.0.1"})
    void a_proxy_may_write_the_port_of_the_client(String hop, String client) {
        assertThat(TrustedProxies.of(List.of("10.0.0.1")).client("10.0.0.1", List.of(hop))).isEqualTo(client);
    }

    @Test void head_is_get_without_the_body() throws Exception {
        var answer = send("HEAD", "/platform/x");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("content-length")).contains("12");
        assertThat(asked.get().method()).isEqualTo("GET");
        assertThat(send("HEAD", "/careless").statusCode()).isEqualTo(405);
    }

    @Test void options_and_a_wrong_method_are_told_the_methods_of_the_path() throws Exception {
        assertThat(send("OPTIONS", "/platform/x").statusCode()).isEqualTo(204);
        assertThat(send("OPTIONS", "/platform/x").headers().firstValue("allow")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(send("DELETE", "/careless").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/careless").headers().firstValue("allow")).contains("OPTIONS, POST");
        assertThat(send("OPTIONS", "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test void a_page_of_another_host_changes_nothing_unless_its_origin_is_listed() throws Exception {
        var refused = post("/platform/x", "{}", "Origin", "https://evil.example.com");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("http.origins");
        assertThat(post("/platform/x", "{}", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(asked.get()).isNull();
        assertThat(post("/platform/x", "{}", "Origin", server.http("").toString()).statusCode()).isEqualTo(201);
        var listed = post("/platform/x", "{}", "Origin", "https://desk.example.com");
        assertThat(listed.statusCode()).isEqualTo(201);
        assertThat(listed.headers().firstValue("access-control-allow-origin")).contains("https://desk.example.com");
        assertThat(send("GET", "/platform/x", "Origin", "https://evil.example.com").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test void a_preflight_is_granted_to_a_listed_origin_only() throws Exception {
        var granted = send("OPTIONS", "/platform/x", "Origin", "https://desk.example.com", "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "authorization");
        assertThat(granted.headers().firstValue("access-control-allow-methods")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(granted.headers().firstValue("access-control-allow-headers")).contains("authorization");
        var other = send("OPTIONS", "/platform/x", "Origin", "https://evil.example.com", "Access-Control-Request-Method", "POST");
        assertThat(other.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test void requests_that_wait_hold_no_thread() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        int many = 20 * WireServer.tight().threads();
        for (int i = 0; i < many; i++) {
            answers.add(http.sendAsync(HttpRequest.newBuilder(server.http("/waiting")).build(), BodyHandlers.ofString()));
        }
        await().until(() -> waiting.answers.size() == many);
        assertThat(post("/platform/x", "{}").statusCode()).isEqualTo(201);
        waiting.answers.forEach(answer -> answer.complete(io.patchbay.wire.HttpResponse.text(200, "late")));
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("late");
        }
    }

    @Test void a_door_is_told_when_the_client_leaves_while_its_request_waits() throws Exception {
        try (RawClient client = RawClient.connect(server.port.port())) {
            client.write("GET /waiting HTTP/1.1\r\nHost: x\r\n\r\n");
            await().until(() -> waiting.requests.size() == 1);
            assertThat(waiting.requests.peek().left().toCompletableFuture()).isNotDone();
        }
        waiting.requests.peek().left().toCompletableFuture().get(10, TimeUnit.SECONDS);
        waiting.answers.remove().complete(io.patchbay.wire.HttpResponse.text(200, "nobody reads this"));
        assertThat(post("/platform/x", "{}").statusCode()).isEqualTo(201);
    }
}
