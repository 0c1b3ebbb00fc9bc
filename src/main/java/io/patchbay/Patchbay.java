package io.patchbay;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** The process: starts the gateway, says where its doors are, stops cleanly on SIGTERM. Exit code 2: the configuration is wrong. */
public final class Patchbay {
    private static final int BAD_CONFIG = 2;

    private Patchbay() { }

    public static void main(String[] args) throws InterruptedException {
        preset("log4j2.configurationFile", "config/log4j2.properties");
        preset("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "stop"));
        try {
            System.out.println(greeting(Gateway.start(Configuration.load(), opened)));
        } catch (BadConfig e) {
            System.err.println(e.getMessage());
            System.exit(BAD_CONFIG);
        }
        new CountDownLatch(1).await();
    }

    /** The library reads it once, when it is first used. */
    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static String greeting(Gateway gateway) {
        URI http = gateway.http();
        String socket = "ws" + http.toString().substring("http".length());
        return """
                Patchbay is ready.
                  Harmony     %s/harmony
                  platform    %s/platform/calls
                  health      %s/health    metrics %s/metrics
                  Kafka       %s%s
                Try: curl -u sim:sim %s/platform/calls -d '{"from":"+15551234","to":"sales"}'""".formatted(socket, http, http, http,
                gateway.kafka(), place(gateway.config().kafka()), http);
    }

    private static String place(GatewayConfig.Kafka kafka) {
        return kafka.isEmbedded() ? "    (data in " + kafka.embedded().dir() + ")" : "";
    }
}
