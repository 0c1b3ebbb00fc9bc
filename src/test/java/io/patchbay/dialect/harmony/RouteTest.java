package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.dialect.StrictJson;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Authentication;
import io.patchbay.model.CommandId;
import io.patchbay.model.Directory;
import io.patchbay.wire.HttpServerPort;
import io.patchbay.wire.WireLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The production route files over a real socket: a frame in, its answer out, and what a mistake behind the door does. */
class RouteTest {
    private final FakeCommandGateway gateway = new FakeCommandGateway(new ArrayList<>());
    private final Main main = new Main();
    private final HttpServerPort port = new HttpServerPort("127.0.0.1", 0, WireLimits.defaults());
    private final AtomicInteger signals = new AtomicInteger();
    private volatile boolean broken;

    /** A command gateway that breaks when told to. */
    private final class Switchboard implements CommandGateway {
        @Override
        public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
            signals.incrementAndGet();
            if (broken) {
                throw new IllegalStateException("a mistake behind the door");
            }
            return gateway.dispatch(ask);
        }

        @Override
        public Feed follow(AgentId agent, Feed.Listener listener) {
            return gateway.follow(agent, listener);
        }

        @Override
        public Feed resume(AgentId agent, Feed.Listener listener, long told) {
            return gateway.resume(agent, listener, told);
        }

        @Override
        public CommandId newId() {
            return gateway.newId();
        }

        @Override
        public Instant now() {
            return gateway.now();
        }

        @Override
        public String member() {
            return gateway.member();
        }

        @Override
        public Optional<Duration> offerLost() {
            return gateway.offerLost();
        }
    }

    @BeforeEach
    void start() throws Exception {
        Directory directory = Sample.directory();
        SignIn signIn = (user, password, origin) -> CompletableFuture.completedFuture(
                new Authentication.Accepted<>(directory.agent(new AgentId(user)).orElseThrow()));
        main.bind("commandGateway", new Switchboard());
        main.bind("signIn", signIn);
        main.bind("directory", directory);
        main.bind("presenceWatch", new FakePresenceWatch());
        main.bind("contactPolicy", Sample.TERMS);
        main.bind("jsonLimits", StrictJson.Limits.DEFAULT);
        main.bind("rejections", (Rejections) rejected -> { });
        main.bind("wireLimits", WireLimits.defaults());
        main.bind("doorsOpen", (BooleanSupplier) () -> true);
        main.addOverrideProperty("harmony.session.grace", "60s");
        main.addOverrideProperty("harmony.requests.burst", "500");
        main.addOverrideProperty("harmony.requests.rate", "100");
        main.addOverrideProperty("http.host", "127.0.0.1");
        main.addOverrideProperty("harmony.tcp.host", "127.0.0.1");
        main.addOverrideProperty("harmony.tcp.port", "0");
        main.addOverrideProperty("harmony.tcp.connections.limit", "10");
        main.addOverrideProperty("harmony.tcp.connections.address.limit", "10");
        main.configure().setRoutesIncludePattern(
                "file:routes/1-in-harmony.camel.yaml,file:routes/2-dispatch.camel.yaml,file:routes/9-policies.camel.yaml");
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport started) {
                port.attach(started.getCamelContext());
            }
        });
        main.start();
        port.open();
    }

    @AfterEach
    void stop() {
        main.stop();
        port.close();
    }

    @Test
    void a_client_is_answered_over_its_socket() {
        Socket socket = new Socket();
        WebSocket client = socket.open();
        assertThat(client.getSubprotocol()).isEqualTo("harmony.v1+json");
        client.sendText("""
            {"command":"prepareSession","data":{"agent":{"id":"ana","password":"ana"}}}""", true).join();
        await().untilAsserted(() -> assertThat(socket.texts).singleElement().asString().contains("\"result\":\"success\""));
        assertThat(((AgentCommand.StartSession) gateway.dispatched.get(0).body()).grace()).hasMinutes(1);
        client.sendText("x", true).join();
        await().untilAsserted(() -> assertThat(socket.texts).hasSize(2));
        client.abort();
        await().untilAsserted(() -> assertThat(gateway.dispatched).hasSize(2));
    }

    @Test
    void a_mistake_behind_the_door_ends_its_own_exchange_only() {
        Socket socket = new Socket();
        WebSocket client = socket.open();
        await().untilAsserted(() -> assertThat(signals).hasValue(1));
        broken = true;
        client.sendText("lost", true).join();
        client.sendText("lost too", true).join();
        await().untilAsserted(() -> assertThat(signals).hasValue(3));
        broken = false;
        client.sendText("{", true).join();
        await().untilAsserted(() -> assertThat(socket.texts).isNotEmpty());
        assertThat(socket.texts).singleElement().asString().contains("INVALID_MESSAGE");
    }

    private final class Socket implements WebSocket.Listener {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        WebSocket open() {
            return HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("harmony.v1+json")
                    .buildAsync(URI.create("ws://127.0.0.1:" + port.port() + "/harmony"), this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return null;
        }
    }
}
