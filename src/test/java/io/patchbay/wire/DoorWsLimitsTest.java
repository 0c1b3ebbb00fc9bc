package io.patchbay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorWsLimitsTest {

    private static final String ROUTES = """
        - route:
            id: in-test
            from:
              uri: door-ws:/test
              steps:
                - process: {ref: door}
        """;
    private static final String BIG = "x".repeat(16 * 1024);

    private final List<ConnectionEvent> signals = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private WireServer server;

    @AfterEach void stop() {
        server.close();
    }

    /** Echoes frames, answers the unreadable with the reason, and floods whoever asks for it. */
    private RawClient client(WireLimits limits) throws Exception {
        server = WireServer.start(limits, ROUTES, Map.of("door", (Processor) exchange -> handle(exchange.getIn()
                .getBody(ConnectionEvent.class))));
        RawClient client = RawClient.upgrade(server.port.port(), "/test");
        await().until(() -> !signals.isEmpty());
        return client;
    }

    private void handle(ConnectionEvent event) {
        signals.add(event);
        if (event instanceof ConnectionEvent.Frame frame && frame.text().equals("wait")) {
            quietly(release);
        }
        if (event instanceof ConnectionEvent.Unreadable unreadable) {
            unreadable.connection().send("unreadable: " + unreadable.why());
        } else if (event instanceof ConnectionEvent.Frame frame && frame.text().equals("more")) {
            for (int i = 0; i < 8; i++) {
                frame.connection().send(BIG);
            }
        } else if (event instanceof ConnectionEvent.Frame frame) {
            frame.connection().send(frame.text());
        }
    }

    @Test void a_message_too_long_is_answered_and_the_next_one_is_heard() throws Exception {
        try (RawClient client = client(WireServer.tight())) {
            client.frame(RawClient.TEXT, true, "first".getBytes(UTF_8));
            client.frame(RawClient.TEXT, true, new byte[1025]);
            client.frame(RawClient.TEXT, false, new byte[600]);
            client.frame(RawClient.CONTINUATION, false, new byte[600]);
            client.frame(RawClient.CONTINUATION, true, new byte[600]);
            client.frame(RawClient.TEXT, true, "last".getBytes(UTF_8));
            assertThat(client.read().text()).isEqualTo("first");
            assertThat(client.read().text()).isEqualTo("unreadable: The message is longer than 1024 bytes.");
            assertThat(client.read().text()).isEqualTo("unreadable: The message is longer than 1024 bytes.");
            assertThat(client.read().text()).isEqualTo("last");
        }
    }

    @Test void the_length_alone_condemns_a_frame_far_too_long_before_its_bytes_come() throws Exception {
        try (RawClient client = client(WireServer.tight())) {
            client.write(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
            assertThat(client.read().text()).contains("longer than 1024");
            assertThat(client.read().closeCode()).isEqualTo(1009);
            await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
        }
    }

    @Test void fragments_are_put_together_even_in_the_middle_of_a_character() throws Exception {
        byte[] text = "gr\u00fc\u00df dich".getBytes(UTF_8);
        try (RawClient client = client(WireServer.tight())) {
            client.frame(RawClient.TEXT, false, Arrays.copyOfRange(text, 0, 3));
            client.frame(RawClient.PING, true, new byte[0]);
            client.frame(RawClient.CONTINUATION, true, Arrays.copyOfRange(text, 3, text.length));
            assertThat(client.read().opcode()).isEqualTo(10);
            assertThat(client.read().text()).isEqualTo("gr\u00fc\u00df dich");
        }
    }

    @Test void invalid_utf8_and_binary_are_unreadable_and_the_connection_goes_on() throws Exception {
        try (RawClient client = client(WireServer.tight())) {
            client.frame(RawClient.TEXT, true, new byte[] {'a', (byte) 0xc0, (byte) 0xaf});
            client.frame(RawClient.BINARY, true, "text".getBytes(UTF_8));
            client.frame(RawClient.TEXT, true, "still here".getBytes(UTF_8));
            assertThat(client.read().text()).isEqualTo("unreadable: The message is not UTF-8.");
            assertThat(client.read().text()).isEqualTo("unreadable: Send text frames. Binary frames are not supported.");
            assertThat(client.read().text()).isEqualTo("still here");
        }
    }

    @Test void bytes_that_are_no_frames_are_answered_and_closed_with_1002() throws Exception {
        try (RawClient client = client(WireServer.tight())) {
            client.write(new byte[] {(byte) 0xff, (byte) 0xff, 0, 0, 0, 0, 0, 0});
            assertThat(client.read().text()).isEqualTo("unreadable: The bytes are not valid WebSocket frames.");
            assertThat(client.read().closeCode()).isEqualTo(1002);
        }
    }

    @Test void half_a_message_and_then_silence_is_closed() throws Exception {
        try (RawClient client = client(WireServer.tight())) {
            client.frame(RawClient.TEXT, false, "half".getBytes(UTF_8));
            assertThat(client.read().text()).contains("must be complete within 300 ms");
            assertThat(client.read().closeCode()).isEqualTo(1008);
        }
    }

    @Test void half_a_frame_and_then_silence_is_dropped_by_the_pings() throws Exception {
        try (RawClient client = client(WireServer.pingingEvery(Duration.ofMillis(150)))) {
            byte[] frame = RawClient.bytes(RawClient.TEXT, true, "never whole".getBytes(UTF_8));
            client.write(Arrays.copyOf(frame, frame.length / 2));
            assertThat(client.read().opcode()).isEqualTo(RawClient.PING);
            assertThat(client.read().opcode()).isEqualTo(RawClient.PING);
            assertThatThrownBy(client::read).isInstanceOf(IOException.class);
            await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
        }
    }

    @Test void a_peer_that_answers_pings_stays() throws Exception {
        try (RawClient client = client(WireServer.pingingEvery(Duration.ofMillis(100)))) {
            for (int i = 0; i < 6; i++) {
                assertThat(client.read().opcode()).isEqualTo(RawClient.PING);
                client.frame(10, true, new byte[0]);
            }
            client.frame(RawClient.TEXT, true, "alive".getBytes(UTF_8));
            assertThat(client.readPastPings().text()).isEqualTo("alive");
        }
    }

    @Test void a_client_that_stops_reading_is_cut_with_4408_and_can_still_learn_why() throws Exception {
        try (RawClient client = client(WireServer.tight())) {
            askForMoreThanIsRead(client);
            RawClient.Received frame = client.read();
            while (frame.opcode() == RawClient.TEXT) {
                frame = client.read();
            }
            assertThat(frame.closeCode()).isEqualTo(ClientConnection.TOO_SLOW);
        }
    }

    @Test void a_client_that_never_reads_again_loses_its_socket() throws Exception {
        WireLimits impatient = new WireLimits(1024, 256 * 1024, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(200),
            Duration.ofSeconds(60), 4);
        try (RawClient client = client(impatient)) {
            askForMoreThanIsRead(client);
            await().ignoreExceptions().until(() -> !openSockets());
            assertThatThrownBy(() -> {
                while (client.read().opcode() == RawClient.TEXT) {
                    continue;
                }
                throw new AssertionError("a close frame came through a full queue");
            }).isInstanceOf(IOException.class);
        }
    }

    @Test void clients_wait_for_a_busy_thread_and_lose_nothing() throws Exception {
        List<RawClient> clients = new ArrayList<>(List.of(client(WireServer.tight())));
        while (clients.size() < 20) {
            clients.add(RawClient.upgrade(server.port.port(), "/test"));
        }
        for (RawClient client : clients) {
            client.frame(RawClient.TEXT, true, "wait".getBytes(UTF_8));
        }
        await().until(() -> signals.stream().filter(ConnectionEvent.Frame.class::isInstance).count() == WireServer.tight().threads());
        release.countDown();
        for (RawClient client : clients) {
            assertThat(client.readPastPings().text()).isEqualTo("wait");
            client.close();
        }
    }

    private static void quietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each answer alone fits the queue; only unread ones fill it. */
    private void askForMoreThanIsRead(RawClient client) throws IOException {
        for (int asked = 1; !(signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed); asked++) {
            int signalsThen = asked + 1;
            assertThat(asked).as("answers of 128 KiB that nobody read").isLessThan(1000);
            client.frame(RawClient.TEXT, true, "more".getBytes(UTF_8));
            await().pollInterval(Duration.ofMillis(2)).until(() -> signals.size() >= signalsThen);
        }
    }

    /** True while the server still holds the one client's socket. */
    private boolean openSockets() {
        return ((WsConnection) signals.get(0).connection()).holdsSocket();
    }
}
