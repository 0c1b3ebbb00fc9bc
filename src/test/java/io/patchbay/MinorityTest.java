package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Ports;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clients of a member of three that loses its majority, and their return. */
@Timeout(180)
class MinorityTest {
    private static final String PREPARE = "{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":true,"
            + "\"agent\":{\"id\":\"ben\",\"password\":\"ben\"}}}\n";
    private final List<String> ports = Stream.generate(Ports::free).limit(2).map(String::valueOf).toList();
    private final String cluster = "minority-" + UUID.randomUUID();

    /** Keeps the code with which the gateway closes it. */
    private static final class Listening implements WebSocket.Listener {
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            code.complete(status);
            return null;
        }
    }

    private RunningGateway member(int n) {
        return RunningGateway.start(Map.of("node.name", "m" + n, "cluster.name", cluster, "cluster.size", "3",
                "cluster.port", ports.get(n), "cluster.unable.timeout", "1s",
                "cluster.peers", ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","))));
    }

    private static Socket lines(RunningGateway gateway) throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.harmonyTcp());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Visitor.Answer prepare(RunningGateway gateway) {
        try (Visitor visitor = new Visitor(gateway.http(), "127.0.0.1")) {
            return visitor.ask("POST", "/harmony", Map.of("Authorization", Visitor.basic("ana", "ana")),
                    PREPARE.replace("ben", "ana"));
        }
    }

    @Test
    void its_clients_are_closed_new_ones_are_refused_and_all_are_served_again_with_the_majority() throws IOException {
        CompletableFuture<RunningGateway> second = CompletableFuture.supplyAsync(() -> member(1), task -> new Thread(task).start());
        try (RunningGateway first = member(0); Socket socket = lines(first)) {
            Listening events = new Listening();
            HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("cloudevents.json")
                    .header("Authorization", Visitor.basic("eve", "eve"))
                    .buildAsync(URI.create("ws://127.0.0.1:" + first.http().getPort() + "/events"), events).join();
            BufferedReader ben = reader(socket);
            socket.getOutputStream().write(PREPARE.getBytes(StandardCharsets.UTF_8));
            assertThat(ben.readLine()).contains("\"result\":\"success\"");
            second.join().close();
            assertThat(ben.lines().toList()).as("nothing, then the end").noneMatch(line -> line.contains("success"));
            assertThat(events.code.join()).isEqualTo(1013);
            assertThat(prepare(first).status()).isEqualTo(503);
            assertThat(prepare(first).body()).contains("UNAVAILABLE");
            try (Socket late = lines(first)) {
                BufferedReader told = reader(late);
                assertThat(told.readLine()).contains("\"result\":\"failure\"", "\"code\":\"UNAVAILABLE\"");
                assertThat(told.readLine()).isNull();
            }
            RunningGateway back = member(1);
            try (back) {
                await().atMost(Duration.ofSeconds(30)).until(() -> prepare(first).status() == 200);
            }
        }
    }
}
