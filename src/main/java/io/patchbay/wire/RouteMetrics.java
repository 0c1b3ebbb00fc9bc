package io.patchbay.wire;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Counts and times the exchanges of each route, with the names of Camel's own Micrometer component and the label {@code routeId} alone.
 * Runs twice for every exchange, so it notes the start and records one time at the end.
 */
final class RouteMetrics implements RoutePolicyFactory {
    private static final String ROUTE = "routeId";

    private final MeterRegistry meters;

    RouteMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        Timer duration = Metrics.timer("camel.route.policy").tag(ROUTE, route)
            .description("Time from the first step of the route until its last").register(meters);
        FunctionCounter.builder("camel.exchanges.total", duration, Timer::count).tag(ROUTE, route)
            .description("Exchanges that have ended").register(meters);
        Gauge.builder("camel.exchanges.inflight", camel.getInflightRepository(), inflight -> inflight.size(route)).tag(ROUTE, route)
            .description("Exchanges in the route now").register(meters);
        Counter failed = Counter.builder("camel.exchanges.failed").tag(ROUTE, route)
            .description("Exchanges that met an exception, also if a policy of the route answered it").register(meters);
        return new Measured(RouteMetrics.class.getName() + "." + route, duration, failed);
    }

    /** One for each route. An exchange that continues in another route through {@code direct:} is timed in both. */
    private static final class Measured extends RoutePolicySupport {
        private final String begun;
        private final Timer duration;
        private final Counter failed;

        Measured(String begun, Timer duration, Counter failed) {
            this.begun = begun;
            this.duration = duration;
            this.failed = failed;
        }

        @Override public void onExchangeBegin(Route route, Exchange exchange) {
            exchange.setProperty(begun, System.nanoTime());
        }

        @Override public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.removeProperty(begun) instanceof Long nanos) {
                duration.record(Duration.ofNanos(System.nanoTime() - nanos));
                if (exchange.isFailed() || exchange.getExchangeExtension().isFailureHandled()) {
                    failed.increment();
                }
            }
        }
    }
}
