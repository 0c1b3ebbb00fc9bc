package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines over a real socket: order, limits, and how a connection ends. */
class DoorTcpTest {

    private static final String ROUTES = """
        - route:
            id: in-lines
            from:
              uri: netty:tcp://127.0.0.1:0
              parameters: {serverInitializerFactory: "#bean:tcpLines", sync: false}
              steps:
                - process: {ref: door}
        """;

    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final TcpLines lines = new TcpLines(WireServer.tight(), open::get, 100, 100, "/lines");
    private final ExecutorService elsewhere = Executors.newCachedThreadPool();
    private final List<ConnectionEvent> signals = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach void stop() {
        camel.stop();
        elsewhere.shutdownNow();
    }

    /** A door whose work ends later on another thread: only then may the connection's next signal start. */
    private LineClient serve(Consumer<ConnectionEvent> door) throws Exception {
        camel.getRegistry().bind("tcpLines", lines);
        camel.getRegistry().bind("door", new AsyncProcessorSupport() {
            @Override public boolean process(Exchange exchange, AsyncCallback callback) {
                ConnectionEvent event = exchange.getIn().getBody(ConnectionEvent.class);
                elsewhere.execute(() -> {
                    signals.add(event);
                    door.accept(event);
                    callback.done(false);
                });
                return false;
            }
        });
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("routes.camel.yaml", ROUTES));
        camel.start();
        return new LineClient(lines.port());
    }

    private static void echo(ConnectionEvent event) {
        if (event instanceof ConnectionEvent.Frame frame) {
            frame.connection().send(frame.text());
        } else if (event instanceof ConnectionEvent.Unreadable unreadable) {
            unreadable.connection().send("unreadable: " + unreadable.why());
        }
    }

    @Test void each_line_is_one_message_however_the_bytes_come() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            client.write("{\"a\":1}\r\n{\"b\":").write("\"é\"}").write("\n\n");
            assertThat(client.read(3)).containsExactly("{\"a\":1}", "{\"b\":\"é\"}", "");
            assertThat(signals.get(0)).isInstanceOf(ConnectionEvent.Opened.class);
            assertThat(signals.get(0).connection().remote()).contains("127.0.0.1");
        }
    }

    @Test void a_flood_is_answered_in_order_and_waits_in_the_clients_own_socket() throws Exception {
        try (LineClient client = serve(event -> {
            if (event instanceof ConnectionEvent.Frame) {
                quietly(release);
            }
            echo(event);
        })) {
            List<String> texts = IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
            client.write(String.join("\n", texts) + "\n");
            await().until(() -> signals.size() == 2);
            release.countDown();
            assertThat(client.read(2000)).isEqualTo(texts);
        }
    }

    @Test void a_client_that_floods_is_not_read_while_its_signals_wait() throws Exception {
        try (LineClient client = serve(event -> quietly(release))) {
            byte[] many = "{}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            elsewhere.execute(() -> {
                while (release.getCount() > 0 && client.written() < 100_000_000) {
                    client.tryWrite(many);
                }
            });
            await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(10)).until(client::isStuck);
            release.countDown();
        }
    }

    @Test void a_line_that_is_too_long_is_quoted_and_the_connection_goes_on_behind_it() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            String fits = "a".repeat(1024);
            client.write(fits + "\r\n" + "b".repeat(1025) + "\n" + "c".repeat(10_000) + "\nafter\n");
            assertThat(client.read(4)).containsExactly(fits, "unreadable: The message is longer than 1024 bytes.",
                "unreadable: The message is longer than 1024 bytes.", "after");
            assertThat(signals).filteredOn(ConnectionEvent.Unreadable.class::isInstance).extracting(s -> ((ConnectionEvent.Unreadable) s)
                    .beginning())
                .containsExactly("b".repeat(1025), "c".repeat(4096));
        }
    }

    @Test void a_line_without_an_end_is_answered_once_and_closed() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            elsewhere.execute(() -> client.tryWrite("d".repeat(200_000).getBytes(StandardCharsets.UTF_8)));
            assertThat(client.toTheEnd()).singleElement().asString().startsWith("unreadable: The line is longer than 16384 bytes");
            await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
        }
    }

    @Test void half_a_line_and_then_silence_is_answered_and_closed() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            client.write("{\"half\":");
            assertThat(client.toTheEnd()).containsExactly("unreadable: A line must be complete within 300 ms.");
        }
    }

    @Test void who_has_nothing_to_say_stays() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            client.write("first\n");
            assertThat(client.read(1)).containsExactly("first");
            await().during(Duration.ofMillis(700)).until(() -> signals.get(0).connection().isOpen());
            client.write("second\n");
            assertThat(client.read(1)).containsExactly("second");
        }
    }

    @Test void bytes_that_are_no_utf_8_are_unreadable_and_the_next_line_is_not() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            client.write(new byte[] {(byte) 0xc3, '(', '\n'}).write("fine\n");
            assertThat(client.read(2)).containsExactly("unreadable: The message is not UTF-8.", "fine");
        }
    }

    @Test void who_ends_the_own_side_behind_the_last_line_is_answered_and_left() throws Exception {
        try (LineClient client = serve(event -> {
            if (event instanceof ConnectionEvent.Frame) {
                quietly(release);
            }
            echo(event);
        })) {
            client.write("a\nb\nc\nhalf a line").endOfInput();
            await().until(() -> signals.size() == 2);
            release.countDown();
            assertThat(client.toTheEnd()).containsExactly("a", "b", "c");
            await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
        }
    }

    @Test void what_a_client_sent_before_it_left_is_handled_before_its_end() throws Exception {
        try (LineClient client = serve(event -> {
            if (event instanceof ConnectionEvent.Opened) {
                quietly(release);
            }
        })) {
            client.write("m\n".repeat(12));
        }
        release.countDown();
        await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
        assertThat(signals).filteredOn(ConnectionEvent.Frame.class::isInstance).hasSize(12);
        assertThat(signals.get(0).connection().isOpen()).isFalse();
    }

    @Test void who_reads_too_slowly_is_cut_and_the_door_is_told() throws Exception {
        try (LineClient client = serve(event -> {
            if (event instanceof ConnectionEvent.Frame frame) {
                for (int i = 0; i < 20_000 && frame.connection().isOpen(); i++) {
                    frame.connection().send("x".repeat(1000));
                }
            }
        })) {
            client.write("go\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
            await().atMost(Duration.ofSeconds(20)).until(() -> client.isCut());
        }
    }

    @Test void a_door_that_closes_sends_its_last_words_and_no_more() throws Exception {
        try (LineClient client = serve(event -> {
            if (event instanceof ConnectionEvent.Frame frame) {
                frame.connection().send("last words");
                frame.connection().close(4409, "Bound elsewhere");
                frame.connection().send("more");
                frame.connection().close(1000, "again");
            }
        })) {
            client.write("x\n".repeat(3));
            assertThat(client.toTheEnd()).containsExactly("last words");
            await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
            assertThat(signals).filteredOn(ConnectionEvent.Closed.class::isInstance).hasSize(1);
        }
    }

    @Test void stopping_the_gateway_ends_every_connection_while_the_route_runs() throws Exception {
        try (LineClient client = serve(DoorTcpTest::echo)) {
            await().until(() -> !signals.isEmpty());
            lines.close();
            assertThat(signals.get(signals.size() - 1)).isInstanceOf(ConnectionEvent.Closed.class);
            assertThat(client.toTheEnd()).isEmpty();
        }
    }

    @Test void nobody_is_served_before_the_doors_open() throws Exception {
        open.set(false);
        try (LineClient client = serve(DoorTcpTest::echo)) {
            assertThat(client.isCut()).isTrue();
            assertThat(signals).isEmpty();
        }
    }

    private static void quietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
