package io.patchbay.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.CamelContext;

/** The content of {@code /metrics}: the JVM, the processor, each route, and all meters in {@link #registry}. */
public final class Metrics implements AutoCloseable {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

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
        camel.addRoutePolicyFactory(new RouteMetrics(metrics.registry));
        return metrics;
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
