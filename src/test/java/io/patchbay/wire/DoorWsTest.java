package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorWsTest {

    private static final String ROUTES = """
        - route:
            id: in-harmony
            from:
              uri: door-ws:/harmony
              parameters: {subprotocol: harmony.v1+json}
              steps:
                - process: {ref: door}
        """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final ExecutorService elsewhere = Executors.newCachedThreadPool();
    private final List<ConnectionEvent> signals = new CopyOnWriteArrayList<>();
    private WireServer server;

    @AfterEach void stop() {
        server.close();
        elsewhere.shutdownNow();
    }

    /** A door whose work ends later on another thread: only then may the connection's next signal start. */
    private void serve(Consumer<ConnectionEvent> door) throws Exception {
        server = WireServer.start(WireServer.tight(), ROUTES, Map.of("door", new AsyncProcessorSupport() {
            @Override public boolean process(Exchange exchange, AsyncCallback callback) {
                ConnectionEvent event = exchange.getIn().getBody(ConnectionEvent.class);
                elsewhere.execute(() -> {
                    signals.add(event);
                    try {
                        door.accept(event);
                    } catch (RuntimeException e) {
                        exchange.setException(e);
                    }
                    callback.done(false);
                });
                return false;
            }
        }));
    }

    private static void echo(ConnectionEvent event) {
        if (event instanceof ConnectionEvent.Frame frame) {
            frame.connection().send(frame.text());
        }
    }

    private WebSocket open(Inbox inbox, String... subprotocols) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0], List.of(subprotocols).subList(1, subprotocols.length).toArray(String[]::new));
        }
        return builder.buildAsync(server.ws("/harmony"), inbox).join();
    }

    @Test void frames_of_one_connection_are_handled_one_after_the_other_in_order() throws Exception {
        serve(DoorWsTest::echo);
        Inbox inbox = new Inbox();
        WebSocket client = open(inbox);
        List<String> texts = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        texts.forEach(text -> client.sendText(text, true).join());
        await().until(() -> inbox.texts.size() == 500);
        assertThat(inbox.texts).isEqualTo(texts);
        assertThat(signals.get(0)).isInstanceOf(ConnectionEvent.Opened.class);
    }

    @Test void the_next_frame_waits_for_the_one_before_while_other_connections_go_on() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        serve(event -> {
            if (event instanceof ConnectionEvent.Frame frame && frame.text().equals("slow")) {
                quietly(release);
            }
            echo(event);
        });
        Inbox stuck = new Inbox();
        WebSocket first = open(stuck);
        first.sendText("slow", true).join();
        first.sendText("after", true).join();
        Inbox free = new Inbox();
        open(free).sendText("free", true).join();
        await().until(() -> free.texts.contains("free"));
        assertThat(stuck.texts).isEmpty();
        release.countDown();
        await().until(() -> stuck.texts.size() == 2);
        assertThat(stuck.texts).containsExactly("slow", "after");
    }

    @Test void what_a_client_sent_before_it_left_is_handled_before_its_end() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        serve(event -> {
            if (event instanceof ConnectionEvent.Opened) {
                quietly(release);
            }
        });
        WebSocket client = open(new Inbox());
        for (int i = 0; i < 12; i++) {
            client.sendText("m" + i, true).join();
        }
        client.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        release.countDown();
        await().until(() -> signals.stream().anyMatch(ConnectionEvent.Closed.class::isInstance));
        assertThat(signals.get(signals.size() - 1)).isInstanceOf(ConnectionEvent.Closed.class);
        assertThat(signals).filteredOn(ConnectionEvent.Frame.class::isInstance).hasSize(12);
    }

    @Test void a_failing_route_does_not_stop_the_connection() throws Exception {
        serve(event -> {
            if (event instanceof ConnectionEvent.Frame frame && frame.text().equals("bad")) {
                throw new IllegalStateException("a bug");
            }
            echo(event);
        });
        Inbox inbox = new Inbox();
        WebSocket client = open(inbox);
        client.sendText("bad", true).join();
        client.sendText("good", true).join();
        await().until(() -> inbox.texts.contains("good"));
        assertThat(inbox.texts).containsExactly("good");
    }

    @Test void the_subprotocol_is_chosen_only_when_offered() throws Exception {
        serve(DoorWsTest::echo);
        assertThat(open(new Inbox(), "other", "harmony.v1+json").getSubprotocol()).isEqualTo("harmony.v1+json");
        assertThat(open(new Inbox(), "other").getSubprotocol()).isEmpty();
        assertThat(open(new Inbox()).getSubprotocol()).isEmpty();
    }

    @Test void credentials_of_the_upgrade_request_reach_the_door_and_no_log() throws Exception {
        serve(DoorWsTest::echo);
        HTTP.newWebSocketBuilder().header("Authorization", "Basic YW5hOnM6ZWNyZXQ=").buildAsync(server.ws("/harmony"), new Inbox()).join();
        await().until(() -> !signals.isEmpty());
        assertThat(signals.get(0).connection().credentials()).contains(new BasicCredentials("ana", "s:ecret"));
        assertThat(signals.get(0).connection().credentials().toString()).doesNotContain("ecret");
        assertThat(new ConnectionEvent.Frame(signals.get(0).connection(), "s:ecret").toString()).doesNotContain("ecret");
    }

    @Test void a_plain_get_on_a_websocket_path_is_not_upgraded() throws Exception {
        serve(DoorWsTest::echo);
        var answer = HTTP.send(HttpRequest.newBuilder(server.http("/harmony")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test void stopping_the_route_tells_clients_that_the_gateway_goes_away() throws Exception {
        serve(DoorWsTest::echo);
        Inbox inbox = new Inbox();
        open(inbox);
        await().until(() -> !signals.isEmpty());
        server.camel.getRouteController().stopRoute("in-harmony");
        assertThat(signals.get(signals.size() - 1)).isInstanceOf(ConnectionEvent.Closed.class);
        assertThat(inbox.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1001);
        assertThatThrownBy(() -> RawClient.upgrade(server.port.port(), "/harmony")).isInstanceOf(IOException.class)
            .hasMessageContaining("404");
    }

    @Test void a_door_closes_with_its_own_code_and_is_told_so_once() throws Exception {
        serve(event -> {
            if (event instanceof ConnectionEvent.Frame frame) {
                frame.connection().send("last words");
                frame.connection().close(4409, "Bound elsewhere");
                frame.connection().close(1000, "again");
            }
        });
        Inbox inbox = new Inbox();
        open(inbox).sendText("x", true).join();
        assertThat(inbox.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4409);
        assertThat(inbox.texts).containsExactly("last words");
        await().until(() -> signals.get(signals.size() - 1) instanceof ConnectionEvent.Closed);
        assertThat(signals).filteredOn(ConnectionEvent.Closed.class::isInstance).hasSize(1);
        assertThat(signals.get(0).connection().isOpen()).isFalse();
    }

    private static void quietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Inbox implements WebSocket.Listener {
        final List<String> texts = new CopyOnWriteArrayList<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override public CompletableFuture<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override public CompletableFuture<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
