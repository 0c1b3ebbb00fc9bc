package io.patchbay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.wire.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Counts and times the requests with a command, on the route that takes a {@link PendingCommand} and returns a {@link CompletedCommand}.
 * The door is the route of the client, the operation is the first command of the request. No label names a person.
 */
final class CommandMetrics implements RoutePolicyFactory {
    private static final String BEGUN = CommandMetrics.class.getName();

    private final MeterRegistry registry;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Begun(String operation, long nanos) { }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route route, Exchange exchange) {
                if (exchange.getMessage().getBody() instanceof PendingCommand<?> request) {
                    operation(request.commands()).ifPresent(name -> exchange.setProperty(BEGUN, new Begun(name, System.nanoTime())));
                }
            }

            @Override
            public void onExchangeDone(Route route, Exchange exchange) {
                if (exchange.getMessage().getBody() instanceof CompletedCommand<?> request
                        && exchange.removeProperty(BEGUN) instanceof Begun begun) {
                    done(String.valueOf(exchange.getFromRouteId()), begun, request.outcome());
                }
            }
        };
    }

    private static Optional<String> operation(List<Command> commands) {
        return commands.stream().findFirst().map(command -> name(command.body()));
    }

    /** {@code MakeCall} is {@code makeCall}, as on the topic of commands. */
    private static String name(Body body) {
        String type = body.getClass().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    private void done(String door, Begun begun, Outcome outcome) {
        String word = outcome instanceof Outcome.Refused refused ? refused.reason().name().toLowerCase(Locale.ROOT) : "accepted";
        Counter.builder("patchbay.commands").tag("door", door).tag("operation", begun.operation()).tag("outcome", word)
                .description("Requests with a command, by the outcome").register(registry).increment();
        Metrics.timer("patchbay.commands").tag("door", door).tag("accepted", Boolean.toString(outcome.isAccepted()))
                .description("Time from a request with a command until its outcome may be told").register(registry)
                .record(Duration.ofNanos(System.nanoTime() - begun.nanos()));
    }
}
