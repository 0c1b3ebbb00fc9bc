package io.patchbay.wire;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultConsumer;

/** The content of {@code /metrics}: the JVM, the processor, each route, and all meters in {@link #registry}. */
public final class Metrics implements AutoCloseable {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String BEAN = "patchbayMeters";
    /** Fixed buckets, so a timer has the same few lines in every scrape. */
    private static final List<Duration> BUCKETS = LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
        .mapToObj(Duration::ofMillis).toList();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private Metrics() { }

    /** Call it before the context has a route. Only later routes are measured. */
    public static Metrics of(CamelContext camel) {
        Metrics metrics = new Metrics();
        new JvmMemoryMetrics().bindTo(metrics.registry);
        metrics.collections.bindTo(metrics.registry);
        new JvmThreadMetrics().bindTo(metrics.registry);
        new ProcessorMetrics().bindTo(metrics.registry);
        new UptimeMetrics().bindTo(metrics.registry);
        camel.getRegistry().bind(BEAN, MeterRegistry.class, metrics.registry);
        camel.addRoutePolicyFactory(new RouteMetrics(metrics.registry));
        return metrics;
    }

    /** A timer with the buckets of all timers, from 1 ms to 10 s. */
    public static Timer.Builder timer(String name) {
        return Timer.builder(name).serviceLevelObjectives(BUCKETS.toArray(Duration[]::new));
    }

    /** Counts a client of the door that was cut. Does nothing in a context without metrics. */
    static Runnable slowClients(DefaultConsumer door) {
        MeterRegistry registry = door.getEndpoint().getCamelContext().getRegistry().lookupByNameAndType(BEAN, MeterRegistry.class);
        return registry == null ? () -> { } : Counter.builder("patchbay.clients.slow").tag("door", String.valueOf(door.getRouteId()))
            .description("Clients disconnected because they read too slowly").register(registry)::increment;
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** The metrics in the text format of Prometheus. */
    String text() {
        return registry.scrape();
    }

    @Override public void close() {
        collections.close();
        registry.close();
    }
}
