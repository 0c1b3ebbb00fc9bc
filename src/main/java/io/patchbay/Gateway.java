package io.patchbay;

import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.broker.BrokerWatch;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.Credentials;
import io.patchbay.config.GatewayConfig;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.GridCallLookup;
import io.patchbay.door.GridCommandGateway;
import io.patchbay.door.GridContactLookup;
import io.patchbay.door.GridInteractionViews;
import io.patchbay.door.GridPresenceWatch;
import io.patchbay.door.Rejections;
import io.patchbay.events.EventLog;
import io.patchbay.grid.Grid;
import io.patchbay.grid.NamedRequests;
import io.patchbay.grid.SessionTokens;
import io.patchbay.model.ContactPolicy;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.CommandGroup;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.KafkaOutbound;
import io.patchbay.publish.LateOutbound;
import io.patchbay.publish.Outbound;
import io.patchbay.publish.RejectedTopic;
import io.patchbay.publish.ReplyTransactions;
import io.patchbay.wire.Metrics;
import io.patchbay.wire.OpsEndpoints;
import io.patchbay.wire.RecordIngress;
import io.patchbay.wire.WireLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole gateway in one process, for {@code main} and for tests. Doors open when everything behind them answers. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(150);

    private final CloseStack resources;
    private final GatewayConfig config;
    private final HttpPorts http;
    private final KafkaBootstrap kafka;
    private final Doors doors;
    private final DoorControl open;

    private Gateway(Configuration configuration, CloseStack resources) {
        this.resources = resources;
        this.config = configuration.gateway();
        List<String> warnings = configuration.warnings();
        warnings.forEach(LOG::warn);
        this.open = resources.add(new DoorControl(config.cluster().unable()));
        try {
            Routes routes = new Routes(configuration);
            CamelContext camel = routes.context();
            WireLimits limits = limits(config);
            http = resources.add(new HttpPorts(config, limits));
            http.doors().attach(camel).doorsOpenWhen(open);
            Metrics metrics = resources.add(Metrics.of(camel));
            camel.addRoutePolicyFactory(new CommandMetrics(metrics.registry()));
            GatewayHealth health = new GatewayHealth(open, warnings);
            http.open(configuration, new OpsEndpoints(camel, metrics, health));
            EventRecords records = records(routes);
            kafka = KafkaBootstrap.of(configuration, resources);
            LateOutbound outbound = new LateOutbound();
            ExecutorService clients = clients();
            Outbound measured = new MeasuredOutbound(outbound, metrics.registry(), Clock.systemUTC());
            Grid grid = resources.add(GridBootstrap.of(configuration, kafka.clients(), records, measured));
            watch(grid, health, metrics, configuration);
            bindGrid(routes, grid, clients);
            bindSignIn(routes, configuration, metrics.registry());
            RejectedTopic rejected = rejections(routes, records);
            EventLog events = events(routes);
            bindValues(routes, configuration, limits);
            resources.add(routes).start(kafka.clients());
            doors = resources.add(new Doors(camel.getRegistry(), http.doors()));
            measure(metrics.registry(), events, rejected);
            openWays(camel, outbound, rejected);
            grid.awaitCopies();
            resources.add(StartTasks.begin(configuration, kafka.clients(), records, outbound, grid));
            openDoors(health, routes);
        } catch (Throwable e) {
            resources.close();
            throw e instanceof RuntimeException known ? known : new IllegalStateException("The gateway did not start: " + e, e);
        }
    }

    private EventLog events(Routes routes) {
        EventLog events = resources.add(EventLog.follow(kafka.clients()));
        routes.bind("eventLog", events);
        return events;
    }

    private EventRecords records(Routes routes) {
        CloudEventHeaders headers = new CloudEventHeaders(config.node(), config.events().schemas(http.doors().port()));
        routes.bind("cloudEventHeaders", headers);
        return new EventRecords(headers);
    }

    private ExecutorService clients() {
        ExecutorService clients = Executors.newFixedThreadPool(Math.max(4, Runtime.getRuntime().availableProcessors() * 2));
        resources.add(clients::shutdownNow);
        return clients;
    }

    private void bindSignIn(Routes routes, Configuration configuration, MeterRegistry registry) {
        Credentials credentials = resources.add(new Credentials(configuration.directory(), config.login()));
        routes.bind("signIn", new DirectorySignIn(credentials, registry));
    }

    private void openDoors(GatewayHealth health, Routes routes) {
        open.begin(health::serves, doors::closeClients);
        resources.add(() -> closeDoors(routes));
    }

    /** Runs first, so events of leaving clients can still be published. */
    private void closeDoors(Routes routes) throws Exception {
        open.close();
        routes.closeDoors();
    }

    /** Rejected messages have a separate outbound. Only they wait if it blocks. */
    private void openWays(CamelContext camel, LateOutbound outbound, RejectedTopic rejected) {
        outbound.use(resources.add(new KafkaOutbound(camel)));
        rejected.use(resources.add(new KafkaOutbound(camel)));
        resources.add(rejected);
    }

    private void watch(Grid grid, GatewayHealth health, Metrics metrics, Configuration configuration) {
        BrokerWatch broker = resources.add(BrokerWatch.start(kafka.clients()));
        health.use(grid.status(), broker);
        GatewayMetrics.register(metrics.registry(), grid.status(), broker, health, configuration.directory().directory(),
                Clock.systemUTC());
    }

    private void measure(MeterRegistry registry, EventLog events, RejectedTopic rejected) {
        events.measure(registry);
        rejected.measure(registry);
        http.measure(registry);
        doors.measure(registry);
    }

    private RejectedTopic rejections(Routes routes, EventRecords records) {
        RejectedTopic rejected = new RejectedTopic(records, config.kafka().rejectedLimit(), Clock.systemUTC());
        routes.bind("rejections", (Rejections) rejected::add);
        return rejected;
    }

    /** Binds the beans of the route of commands, whether it starts or not. */
    private void bindCommands(Routes routes, Configuration configuration) {
        if (config.kafka().commands().enabled()) {
            try {
                CommandGroup.begin(kafka.clients(), config.cluster().name());
            } catch (IllegalStateException e) {
                throw configuration.refused("kafka.commands.enabled", "cannot be true. " + e.getMessage());
            }
        }
        routes.bind("recordIngress", new RecordIngress(config.http().messageLimit()));
        routes.bind("replies", resources.add(new ReplyTransactions(kafka.clients())));
    }

    /** Binds what commands go through, and the views for doors that do not follow an agent. */
    private void bindGrid(Routes routes, Grid grid, ExecutorService clients) {
        routes.bind("commandGateway", new GridCommandGateway(grid, config.node(), config.offer().lost(), Clock.systemUTC(), clients));
        routes.bind("views", new GridInteractionViews(grid, clients));
        routes.bind("presenceWatch", new GridPresenceWatch(grid, clients));
        routes.bind("calls", new GridCallLookup(grid.lookup()));
        routes.bind("sessionTokens", SessionTokens.of(grid, Clock.systemUTC()));
        routes.bind("namedRequests", NamedRequests.of(grid));
        routes.bind("contacts", new GridContactLookup(grid.lookup(), Clock.systemUTC()));
    }

    /** Starts everything and returns when all doors answer. {@link BadConfig} names the values to change. */
    public static Gateway start(Configuration configuration) {
        return start(configuration, new CloseStack());
    }

    /** @param resources closing it stops the gateway, also during its start */
    static Gateway start(Configuration configuration, CloseStack resources) {
        return new Gateway(configuration, resources);
    }

    private void bindValues(Routes routes, Configuration configuration, WireLimits limits) {
        bindCommands(routes, configuration);
        routes.bind("wireLimits", limits);
        routes.bind("doorsOpen", (BooleanSupplier) open);
        routes.bind("directory", configuration.directory().directory());
        routes.bind("contactPolicy", new ContactPolicy(config.offer().timeout(), config.offer().again(), config.interaction().retention()));
        routes.bind("jsonLimits", limits(config.json()));
        routes.bind("gatewayConfig", config);
    }

    /** The address of the HTTP port, with the real port. */
    public URI http() {
        return http.address();
    }

    /** The address of {@code /observe/health} and {@code /observe/metrics}, with the real port. */
    public URI management() {
        return http.management();
    }

    /** The real port of a door of lines. @param bean its name in the route file */
    public int tcp(String bean) {
        return doors.tcp(bean);
    }

    /** Lines for people with the addresses of the doors, from the route files. */
    List<String> announcement() {
        return doors.announcement(RunGateway.shown(http()));
    }

    public String kafka() {
        return kafka.bootstrap();
    }

    public GatewayConfig config() {
        return config;
    }

    /** Closes the doors first, then everything behind them, the broker last. Everything accepted gets its record. */
    @Override
    public void close() {
        resources.close();
    }

    private static WireLimits limits(GatewayConfig config) {
        return new WireLimits(config.http().messageLimit(), config.webSocket().queueLimit(), config.webSocket().pingInterval(),
                config.webSocket().partialTimeout(), CLOSE_WITHIN, IDLE_AFTER, 16, config.login().timeout());
    }

    private static StrictJson.Limits limits(GatewayConfig.Json json) {
        return new StrictJson.Limits(json.depthLimit(), json.tokensLimit(), json.stringLimit(), json.numberLimit());
    }
}
