package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A port of the real gateway that is full: who comes is told so, who has a place keeps it, and a place that is left is taken. */
@Timeout(60)
class TooManyConnectionsTest {
    private static final String HELLO = "{\"command\":\"session.start\",\"target\":\"x\",\"data\":{}}\n";
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("http.connections.limit", "2", "harmony.tcp.connections.limit", "3",
            "harmony.tcp.connections.address.limit", "2"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test void the_http_port_answers_503_in_the_words_of_the_door_until_one_leaves() throws Exception {
        try (RawClient upgraded = RawClient.upgrade(port(), "/harmony"); LineClient silent = new LineClient(port())) {
            await().until(() -> request("/platform/calls").startsWith("HTTP/1.1 503 "));
            assertThat(request("/platform/calls")).containsIgnoringCase("connection: close")
                .contains("{\"error\":{\"code\":\"UNAVAILABLE\",\"message\":\"" + ConnectionLimiter.FULL + "\"}}");
            assertThat(request("/harmony")).startsWith("HTTP/1.1 503 ").contains("\"code\":\"UNAVAILABLE\"", ConnectionLimiter.FULL);
            assertThat(request("/nothing")).startsWith("HTTP/1.1 503 ").contains("\r\n\r\n" + ConnectionLimiter.FULL);
            assertThat(request("/health")).startsWith("HTTP/1.1 200 ");
            assertThat(request("/metrics")).contains("patchbay_connections_open{port=\"http\"} 2.0")
                .containsPattern("patchbay_connections_refused_total\\{port=\"http\"} [5-9]\\.0");
            upgraded.frame(1, true, HELLO.getBytes(StandardCharsets.UTF_8));
            assertThat(upgraded.readPastPings().text()).contains("SESSION_NOT_BOUND");
            silent.leave();
            await().until(() -> request("/platform/calls").startsWith("HTTP/1.1 401 "));
        }
        await().until(() -> request("/metrics").contains("patchbay_connections_open{port=\"http\"} 1.0"));
    }

    @Test void who_has_no_place_and_asks_nothing_is_cut_soon() throws Exception {
        try (Socket one = new Socket("127.0.0.1", port()); Socket two = new Socket("127.0.0.1", port())) {
            await().until(() -> request("/nothing").startsWith("HTTP/1.1 503 "));
            try (Socket three = new Socket("127.0.0.1", port())) {
                three.setSoTimeout(20_000);
                assertThat(three.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(List.of(one, two)).allSatisfy(early -> assertThat(isOpen(early)).isTrue());
        }
    }

    @Test void the_tcp_port_says_so_in_one_line_until_one_leaves() throws Exception {
        try (LineClient one = new LineClient(gateway.harmonyTcp()); LineClient two = new LineClient(gateway.harmonyTcp())) {
            for (LineClient client : List.of(one, two)) {
                assertThat(client.write(HELLO).read(1).get(0)).contains("SESSION_NOT_BOUND");
            }
            try (LineClient three = new LineClient(gateway.harmonyTcp())) {
                List<String> told = three.write(HELLO.repeat(100)).toTheEnd();
                assertThat(told).singleElement().satisfies(line -> {
                    var reply = new ObjectMapper().readTree(line);
                    assertThat(reply.path("result").asText()).isEqualTo("failure");
                    assertThat(reply.at("/failure/code").asText()).isEqualTo("UNAVAILABLE");
                    assertThat(reply.at("/failure/message").asText()).isEqualTo(ConnectionLimiter.FULL);
                });
            }
            try (Socket elsewhere = from("127.0.0.2")) {
                elsewhere.getOutputStream().write(HELLO.getBytes(StandardCharsets.UTF_8));
                assertThat(line(elsewhere)).as("another address has seats of its own").contains("SESSION_NOT_BOUND");
                try (Socket fourth = from("127.0.0.3")) {
                    assertThat(line(fourth)).as("and not more than all").contains("UNAVAILABLE");
                }
            }
            one.leave();
            await().atMost(Duration.ofSeconds(10)).until(served());
            assertThat(two.write(HELLO).read(1).get(0)).contains("SESSION_NOT_BOUND");
        }
    }

    private static Callable<Boolean> served() {
        return () -> {
            try (LineClient next = new LineClient(gateway.harmonyTcp())) {
                return next.write(HELLO).read(1).get(0).contains("SESSION_NOT_BOUND");
            }
        };
    }

    private static Socket from(String address) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), gateway.harmonyTcp(), InetAddress.getByName(address), 0);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String line(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.getOutputStream().write("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(10_000);
        return line(socket).startsWith("HTTP/1.1 404 ");
    }

    /** The whole answer; the connection ends with it. */
    private static String request(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int port() {
        return gateway.http().getPort();
    }
}
