package io.patchbay.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP port for the REST and WebSocket doors of all route files. Call {@link #attach} before the Camel context starts, {@link
 * #open} to admit clients, {@link #close} after the context has stopped.
 */
public final class HttpServerPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServerPort.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final int FIRST = -1_000_003;
    private static final int READY_ORDER = -1_000_001;
    private static final int BEFORE_OTHER_DOORS = -1_000_000;
    private static final String CONTENT_TYPE = "patchbay-content-type";

    private final String host;
    private final int wantedPort;
    private final WireLimits limits;
    private final HttpConnections connections;
    private final TrustedProxies proxies;
    private final List<ConnectionRegistry> clients = new CopyOnWriteArrayList<>();
    private final ServedPaths paths = new ServedPaths();
    private final AtomicInteger order = new AtomicInteger(BEFORE_OTHER_DOORS);
    private final Vertx vertx;
    private final Router router;
    private final HttpServer server;
    private volatile Collection<ErrorRenderer> renderers = List.of();

    /** A port without a limit of connections. */
    public HttpServerPort(String host, int port, WireLimits limits) {
        this(host, port, limits, ConnectionLimiter.unlimited(), AllowedOrigins.none(), TrustedProxies.none());
    }

    /** Opens nothing yet. Port 0 takes a free port. */
    public HttpServerPort(String host, int port, WireLimits limits, ConnectionLimiter limiter, AllowedOrigins origins,
                          TrustedProxies proxies) {
        this.host = host;
        this.wantedPort = port;
        this.limits = limits;
        this.proxies = proxies;
        this.vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(limits.threads())
            .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
        this.connections = new HttpConnections(vertx, limits, limiter);
        this.router = Router.router(vertx);
        this.server = vertx.createHttpServer(options(limits)).requestHandler(router)
            .connectionHandler(connections::opened);
        router.route().order(FIRST).handler(RequestLines::follow).handler(connections::asked).handler(HttpServerPort::hideContentType)
            .handler(origins::check).handler(ctx -> options(ctx, origins));
        router.route().order(READY_ORDER).handler(connections::withinLimit);
        new PortErrors(limits, () -> renderers, paths).answerOn(router);
    }

    private static HttpServerOptions options(WireLimits limits) {
        return new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setMaxWebSocketFrameSize(limits.frameBytes())
            .setMaxWebSocketMessageSize(limits.frameBytes())
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            // Each door reduces the list of the client to its own subprotocol before the handshake.
            .setWebSocketSubProtocols(List.of("*"))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) limits.idleAfter().toMillis());
    }

    /** Allows {@code door-http:}, {@code door-ws:}, {@code door-sse:} and {@code door-cometd:} routes of this context on this port. */
    public HttpServerPort attach(CamelContext camel) {
        camel.addComponent(DoorHttpComponent.SCHEME, new DoorHttpComponent(this));
        camel.addComponent(DoorWsComponent.SCHEME, new DoorWsComponent(this));
        camel.addComponent(DoorSseComponent.SCHEME, new DoorSseComponent(this));
        camel.addComponent(DoorCometdComponent.SCHEME, new DoorCometdComponent(this));
        return this;
    }

    /** While {@code open} is false, every request except those of {@link OpsEndpoints} gets 503. */
    public HttpServerPort doorsOpenWhen(BooleanSupplier open) {
        router.route().order(READY_ORDER).handler(ctx -> {
            if (open.getAsBoolean()) {
                ctx.next();
            } else {
                ctx.response().putHeader("Connection", "close");
                ctx.fail(503);
            }
        });
        return this;
    }

    /** Ends every WebSocket (1013), stream and CometD session of this port. Does not wait. A request that waits keeps its deadline. */
    public void closeClients() {
        clients.forEach(ConnectionRegistry::sendAway);
    }

    /** The connections of a door that {@link #closeClients} reaches. */
    ConnectionRegistry connections() {
        ConnectionRegistry door = new ConnectionRegistry();
        clients.add(door);
        return door;
    }

    /** Renders errors of the port with these renderers, each for its paths. */
    public void useErrorRenderers(Collection<ErrorRenderer> doors) {
        renderers = List.copyOf(doors);
    }

    /** Registers metrics of open and refused connections. @param port its name in the metrics */
    public void measure(MeterRegistry registry, String port) {
        connections.measure(registry, port);
    }

    /** Blocks until the port listens. Throws {@link PortUnavailable} if the port cannot listen. */
    public HttpServerPort open() {
        try {
            await(server.listen(wantedPort, host).toCompletionStage().toCompletableFuture());
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new PortUnavailable(host, wantedPort, e.getCause() == null ? e : e.getCause());
        }
        LOG.atInfo().addKeyValue("host", host).addKeyValue("port", port()).log("HTTP port open");
        return this;
    }

    /** The real port, also if 0 was configured. Valid after {@link #open}. */
    public int port() {
        return server.actualPort();
    }

    /** Closes all connections and frees the port and its threads. A second call has no effect. */
    @Override
    public void close() {
        connections.close();
        try {
            await(vertx.close().toCompletionStage().toCompletableFuture());
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("port", wantedPort).addKeyValue("reason", e.toString()).log("HTTP port did not close cleanly");
        }
    }

    TrustedProxies proxies() {
        return proxies;
    }

    /** A route of a door whose path may be below the path of another door. The router removes reliably only routes of different order. */
    Route routeBeforeOtherDoors(HttpMethod method, String path) {
        return router.route(method, path).order(order.getAndIncrement());
    }

    ServedPaths paths() {
        return paths;
    }

    Router router() {
        return router;
    }

    WireLimits limits() {
        return limits;
    }

    UnknownClientPace unknownClientPace(Duration pause) {
        return new UnknownClientPace(vertx, pause);
    }

    /** Threads besides those for routes. They end with the port. */
    WorkerExecutor workers(String name, int threads) {
        return vertx.createSharedWorkerExecutor(name, threads);
    }

    /** A body is text for every content type, but the body handler would parse forms. A door that names the header still gets it. */
    private static void hideContentType(RoutingContext ctx) {
        ctx.put(CONTENT_TYPE, ctx.request().getHeader("Content-Type"));
        ctx.request().headers().remove("Content-Type");
        ctx.next();
    }

    /** Null if the client sent none. */
    static String contentType(RoutingContext ctx) {
        return ctx.get(CONTENT_TYPE);
    }

    private void options(RoutingContext ctx, AllowedOrigins origins) {
        Set<String> methods = ctx.request().method().equals(HttpMethod.OPTIONS) ? paths.methods(PortErrors.path(ctx)) : Set.of();
        if (methods.isEmpty()) {
            ctx.next();
        } else {
            origins.answer(ctx, methods);
        }
    }

    /** Reads the body within the limits of size and time. */
    Handler<RoutingContext> readBody() {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(limits.messageBytes());
        return ctx -> {
            long deadline = vertx.setTimer(limits.unfinishedAfter().toMillis(), id -> {
                if (!ctx.request().isEnded()) {
                    ctx.fail(408);
                }
            });
            ctx.addEndHandler(end -> vertx.cancelTimer(deadline));
            reader.handle(ctx);
        };
    }

    private static void await(CompletableFuture<?> done) throws ExecutionException, TimeoutException {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the HTTP port was opening or closing", e);
        }
    }
}
