package io.patchbay;

import io.patchbay.door.CompletedCommand;
import io.patchbay.door.RequestSummary;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.component.netty.NettyConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The step of the route {@code dispatch} that logs: one line at DEBUG for each request of each door, and the lines of the {@link AuditLog}.
 * Changes nothing.
 */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String SUCCESS = "success";

    private final AuditLog audit = new AuditLog();

    /** @param exchange with a completed request as body */
    public void completed(Exchange exchange) {
        CompletedCommand<?> completed = exchange.getMessage().getBody(CompletedCommand.class);
        RequestSummary summary = completed.request().summary();
        Optional<Command> first = completed.request().commands().stream().findFirst();
        if (first.isEmpty() && summary.equals(RequestSummary.NONE)) {
            return; // the beginning or end of a connection
        }
        String door = exchange.getFromRouteId();
        String address = address(exchange);
        audit.completed(completed, door, address);
        exchange.setProperty("logged", true);
        LoggingEventBuilder line = LOG.atDebug().addKeyValue("door", door).addKeyValue("address", address)
                .addKeyValue("operation", summary.operation()).addKeyValue("outcome", outcome(completed))
                .addKeyValue("agent", agent(completed).map(AgentId::value).orElse(""));
        first.ifPresent(command -> line.addKeyValue("correlation", command.correlation())
                .addKeyValue("command", completed.request().commands().stream().map(each -> AuditLog.name(each.body()))
                        .collect(Collectors.joining(","))));
        line.log("request");
    }

    /** The address of the client, without its port. Empty for a record of Kafka. */
    private static String address(Exchange exchange) {
        return exchange.getIn().getHeader(NettyConstants.NETTY_REMOTE_ADDRESS) instanceof InetSocketAddress lines
                ? lines.getAddress().getHostAddress() : exchange.getProperty("address", "", String.class);
    }

    /** Who asks. The first command of a client that signs in goes to the cell of its agent. */
    static Optional<AgentId> agent(CompletedCommand<?> completed) {
        return completed.request().summary().agent().or(() -> completed.request().commands().stream().findFirst()
                .flatMap(AuditLog::signedIn));
    }

    static String outcome(CompletedCommand<?> completed) {
        return completed.request().summary().outcome().orElseGet(() -> completed.outcome().match(new Outcome.Cases<>() {
            @Override
            public String accepted() {
                return SUCCESS;
            }

            @Override
            public String refused(Outcome.Refused refused) {
                return refused.reason().name();
            }
        }));
    }
}
