package io.patchbay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.cli.Version;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Starts the gateway, prints its doors, and stops cleanly on SIGTERM. Returns only if the start fails. */
@Command(name = "run", description = "Runs the gateway until it is stopped. This is the default.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RunGateway implements Callable<Integer> {
    private static final int FAILED = 1;
    /** Any will do, because the ids of channels stay in this process. */
    private static final String MACHINE = "02:00:00:00:00:00";
    static final int BAD_CONFIG = 2;
    private static final Duration LONGEST_START = Duration.ofSeconds(15);

    @Override
    public Integer call() throws InterruptedException {
        ObjectMapper.class.getName(); // without it the log cannot begin, and would say so in many lines
        preset("log4j2.configurationFile", "config/log4j2.properties");
        preset("log4j2.shutdownHookEnabled", "false");
        preset("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        preset("io.netty.machineId", MACHINE); // else Netty warns on a machine without a hardware address
        CloseStack resources = new CloseStack();
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.set(true);
            log().info("stopping");
            resources.close();
            endOf(started);
            log().info("stopped");
        }, "stop"));
        Throwable failure = null;
        try {
            Configuration configuration = Configuration.load(RouteCheck::problems);
            log().atInfo().addKeyValue("member", configuration.gateway().node()).addKeyValue("version", Version.text()).log("starting");
            Gateway gateway = Gateway.start(configuration, resources);
            log().atInfo().addKeyValue("member", configuration.gateway().node()).log("ready");
            forPeople().println(readyMessage(gateway));
        } catch (Throwable e) {
            failure = e;
        }
        started.countDown();
        if (failure != null && !stopping.get()) {
            return failed(failure);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** Beside a log of JSON objects, standard output has no other lines. */
    private static PrintStream forPeople() {
        return "json".equals(System.getenv("LOG_LAYOUT")) ? System.err : System.out;
    }

    /** Made late, because the library reads its properties once, at its first use. */
    private static Logger log() {
        return LoggerFactory.getLogger(RunGateway.class);
    }

    /** A starting broker is closed after its start. A broker that is killed earlier takes long to start again. */
    private static void endOf(CountDownLatch started) {
        try {
            started.await(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int failed(Throwable e) {
        System.err.println(e instanceof BadConfig ? e.getMessage() : e instanceof IllegalStateException ? e.getMessage()
                : "The gateway did not start: " + e);
        if (e instanceof BadConfig) {
            return BAD_CONFIG;
        }
        if (missing(e)) {
            System.err.println("A library is missing or has another version. Build with mvn package; keep lib beside patchbay.jar.");
            return FAILED;
        }
        log().atError().setCause(e).log("the gateway did not start");
        return FAILED;
    }

    /** Without its libraries the process may not be able to log. */
    private static boolean missing(Throwable e) {
        return Causes.of(e)
                .anyMatch(cause -> cause instanceof LinkageError || cause instanceof ClassNotFoundException);
    }

    /** The library reads it once, at its first use. */
    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static String readyMessage(Gateway gateway) {
        URI http = shown(gateway.http());
        URI management = shown(gateway.management());
        String doors = gateway.announcement().stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
        return """
                Patchbay is ready.
                %s
                  health      %s/health    metrics %s/metrics%s
                  Kafka       %s%s
                Try: curl -u sim:sim %s/platform/calls -d '{"from":"+15551234","to":"sales"}'""".formatted(
                doors, http, http, management.equals(http) ? "" : "    also at " + management + "/observe", gateway.kafka(),
                place(gateway.config().kafka()), http);
    }

    /** For people, the loopback address is {@code localhost}. */
    static URI shown(URI http) {
        return URI.create(http.toString().replace("//127.0.0.1:", "//localhost:"));
    }

    private static String place(GatewayConfig.Kafka kafka) {
        return kafka.isEmbedded() ? "    (data in " + kafka.embedded().dir() + ")" : "";
    }
}
