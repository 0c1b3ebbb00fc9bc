package io.patchbay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpDoorTest extends HttpDoorFixture {
    @Test void a_request_arrives_whole_and_its_answer_goes_back() throws Exception {
        var answer = post("/platform/calls/%2B1555%20x?fields=*&fields=2&b=%C3%BC", "{\"from\":\"gr\u00fc\u00df\"}", SIM);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"gr\u00fc\u00df\":1}");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("x-extra")).contains("e");
        assertThat(answer.headers().firstValue("content-length")).contains("12");
        assertThat(asked.get().method()).isEqualTo("POST");
        assertThat(asked.get().path()).isEqualTo("/platform/calls/%2B1555%20x");
        assertThat(asked.get().query()).isEqualTo(Map.of("fields", "*", "b", "\u00fc"));
        assertThat(asked.get().credentials()).contains(new BasicCredentials("sim", "sim"));
        assertThat(asked.get().body()).isEqualTo("{\"from\":\"gr\u00fc\u00df\"}");
        assertThat(asked.get().segments()).containsExactly("platform", "calls", "+1555 x");
        assertThat(asked.get().toString()).doesNotContain("from");
    }

    @Test void a_body_is_text_whatever_its_content_type_says() throws Exception {
        String json = "{\"a\":\"b&c=%20+d\"}";
        for (String type : new String[] {"application/x-www-form-urlencoded", "multipart/form-data", "a/b; charset=utf-16", "-"}) {
            assertThat(post("/platform/x", json, "Content-Type", type).statusCode()).as(type).isEqualTo(201);
            assertThat(asked.getAndSet(null).body()).as(type).isEqualTo(json);
        }
        assertThat(post("/platform/x", json).statusCode()).isEqualTo(201);
        assertThat(asked.get().body()).isEqualTo(json);
    }

    @Test void a_get_has_an_empty_body() throws Exception {
        http.send(HttpRequest.newBuilder(server.http("/platform/calls?party=5001")).build(), BodyHandlers.ofString());
        assertThat(asked.get().method()).isEqualTo("GET");
        assertThat(asked.get().query()).isEqualTo(Map.of("party", "5001"));
        assertThat(asked.get().body()).isEmpty();
    }

    @Test void no_header_or_parameter_of_the_client_reaches_the_route_or_comes_back() throws Exception {
        var answer = post("/platform/x?kafka.OVERRIDE_TOPIC=stolen&CamelFileName=f", "{}", "kafka.OVERRIDE_TOPIC", "stolen",
            "CamelHttpResponseCode", "299", "CamelHttpUri", "http://evil", "X-Mine", "m", SIM[0], SIM[1]);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(seen.keySet()).noneMatch(name -> name.toLowerCase().matches(".*(kafka|camel(file|http)|mine|authorization|charset).*"));
        assertThat(answer.headers().map().keySet()).containsOnly("content-length", "content-type", "x-extra");
    }

    @Test void an_exchange_has_no_header_at_all() throws Exception {
        post("/careless?kafka.OVERRIDE_TOPIC=stolen", "{}", "kafka.OVERRIDE_KEY", "k", "X-Mine", "m", SIM[0], SIM[1]);
        assertThat(seen).isEmpty();
    }

    @Test void a_failing_route_shows_no_stack_trace_and_no_message() throws Exception {
        for (String body : new String[] {"bug", "no answer"}) {
            var answer = post("/platform/x", body, "X-Mine", "m");
            assertThat(answer.statusCode()).as(body).isEqualTo(500);
            assertThat(answer.body()).as(body).doesNotContain("secret", "Exception", "io.patchbay");
            assertThat(answer.headers().map()).as(body).doesNotContainKey("x-mine");
        }
    }

    @Test void what_is_not_utf8_is_no_text_for_the_door() throws Exception {
        assertThat(post("/platform/x", BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xff, '}'})).statusCode()).isEqualTo(201);
        assertThat(asked.get().why()).contains("The body is not UTF-8.");
        assertThat(asked.getAndSet(null).body()).isEmpty();
        try (RawClient client = RawClient.connect(server.port.port())) {
            client.write("GET /platform/%zz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.head()).contains("HTTP/1.1 400 ").containsIgnoringCase("content-type: text/plain; charset=utf-8");
        }
        assertThat(asked.get()).isNull();
    }

    @Test void a_body_too_long_is_refused_by_its_announced_length() throws Exception {
        try (RawClient client = RawClient.connect(server.port.port())) {
            client.write("POST /platform/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1025\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        }
        assertThat(asked.get()).isNull();
    }

    @Test void a_door_that_has_words_says_itself_what_the_port_refuses() throws Exception {
        server.port.useErrorRenderers(List.of(new ErrorRenderer() {
            @Override
            public boolean renders(String path) {
                return path.equals("/careless");
            }

            @Override
            public io.patchbay.wire.HttpResponse refused(int status, String sentence) {
                return io.patchbay.wire.HttpResponse.json(status, "[" + status + "]");
            }
        }));
        HttpResponse<String> tooLong = post("/careless", BodyPublishers.ofString("y".repeat(1025)));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(tooLong.body()).isEqualTo("[413]");
        try (RawClient client = RawClient.connect(server.port.port())) {
            client.write("POST /careless HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
            assertThat(client.head()).startsWith("HTTP/1.1 408 ").containsIgnoringCase("application/json");
        }
        assertThat(post("/platform/x", BodyPublishers.ofString("y".repeat(1025))).body()).startsWith("The body is longer");
    }

    @Test void a_chunked_body_is_refused_as_soon_as_it_is_too_long() throws Exception {
        try (RawClient client = RawClient.connect(server.port.port())) {
            client.write("POST /platform/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.write("401\r\n" + "x".repeat(1025) + "\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 413 ");
        }
        assertThat(post("/platform/x", "y".repeat(1024)).statusCode()).isEqualTo(201);
    }

    @Test void half_a_body_and_then_silence_is_refused_and_cut() throws Exception {
        try (RawClient client = RawClient.connect(server.port.port())) {
            client.write("POST /platform/x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{\"a\"");
            assertThat(client.head()).startsWith("HTTP/1.1 408 ");
            assertThatThrownBy(() -> {
                while (true) {
                    client.read();
                }
            }).isInstanceOf(IOException.class);
        }
        assertThat(asked.get()).isNull();
    }

    @Test void an_unknown_path_is_404_without_echoing_it() throws Exception {
        var answer = post("/nowhere/%3Cscript%3E", "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Nothing is served under this path.\n");
    }

    @Test void bytes_of_the_answer_are_utf8() throws Exception {
        var answer = http.send(HttpRequest.newBuilder(server.http("/platform/x")).build(), BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo("{\"gr\u00fc\u00df\":1}".getBytes(UTF_8));
    }
}
