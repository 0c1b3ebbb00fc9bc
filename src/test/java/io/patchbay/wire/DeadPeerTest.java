package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers whose kernel acknowledges nothing, over real sockets. The times are those of pings every second. */
class DeadPeerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROUTES = """
        - route:
            id: in-lines
            from:
              uri: netty:tcp://127.0.0.1:0
              parameters: {serverInitializerFactory: "#bean:tcpLines", sync: false}
              steps:
                - process: {ref: door}
        - route:
            id: in-stream
            from:
              uri: door-sse:/stream
              steps:
                - process: {ref: door}
        """;

    private final List<ClientConnection> opened = new CopyOnWriteArrayList<>();
    private TcpLines lines;
    private WireServer server;

    private void serve(WireLimits limits) throws Exception {
        lines = new TcpLines(limits, () -> true, 100, 100, "/lines");
        Processor door = exchange -> {
            if (exchange.getIn().getBody() instanceof ConnectionEvent.Opened event) {
                opened.add(event.connection());
            }
        };
        server = WireServer.start(limits, ROUTES, Map.of("tcpLines", lines, "door", door));
    }

    @AfterEach
    void stop() {
        server.close();
        lines.close();
    }

    private SilentPeer peer() throws IOException {
        int known = opened.size();
        SilentPeer peer = new SilentPeer(lines.port(), "");
        await().until(() -> opened.size() == known + 1);
        return peer;
    }

    @Test
    void a_dead_peer_is_found_whether_data_waits_for_it_or_not_and_a_stopped_process_is_no_dead_peer() throws Exception {
        serve(WireServer.pingingEvery(Duration.ofSeconds(1)));
        try (SilentPeer idle = peer(); SilentPeer told = peer(); SilentPeer stopped = peer(); SilentPeer alive = peer()) {
            idle.die();
            told.die();
            stopped.stop();
            opened.get(1).send("an event");
            opened.get(2).send("an event");
            await().atMost(PATIENCE).until(() -> !opened.get(0).isOpen());
            await().atMost(PATIENCE).until(() -> !opened.get(1).isOpen());
            assertThat(opened.get(2).isOpen()).as("stopped").isTrue();
            assertThat(opened.get(3).isOpen()).as("silent").isTrue();
            alive.die();
            await().atMost(PATIENCE).until(() -> !opened.get(3).isOpen());
        }
    }

    @Test
    void a_dead_client_of_a_stream_is_found_too() throws Exception {
        serve(WireServer.pingingEvery(Duration.ofSeconds(1)));
        try (SilentPeer client = new SilentPeer(server.port.port(), "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n")) {
            await().until(() -> opened.size() == 1);
            client.die();
            opened.get(0).send("data: an event\n\n");
            await().atMost(PATIENCE).until(() -> !opened.get(0).isOpen());
        }
    }

    /** Field 5 of the table is the timer: 02 is the probe of an idle connection, then the time to it in hundredths of a second. */
    @Test
    void the_kernel_probes_an_idle_connection_after_the_interval_of_pings() throws Exception {
        serve(WireLimits.defaults());
        try (LineClient client = new LineClient(lines.port())) {
            String port = ":%04X ".formatted(lines.port());
            await().until(() -> Stream.of("tcp", "tcp6").map(Path.of("/proc/self/net")::resolve).flatMap(DeadPeerTest::read)
                .map(String::strip)
                .filter(line -> line.split("\\s+")[3].equals("01") && (line.split("\\s+")[1] + " ").endsWith(port))
                .map(line -> line.split("\\s+")[5].split(":"))
                .anyMatch(timer -> timer[0].equals("02") && Integer.parseInt(timer[1], 16) <= 2500));
            client.leave();
        }
    }

    private static Stream<String> read(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
