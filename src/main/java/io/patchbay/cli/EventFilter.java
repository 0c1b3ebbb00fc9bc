package io.patchbay.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which events {@code tail} prints. */
final class EventFilter {
    @Option(names = "--type", paramLabel = "TYPE",
            description = "The words that a type begins with (call, call.held, cti.call.*). May be given several times.")
    private List<String> types = List.of();

    @Option(names = "--subject", paramLabel = "SUBJECT", description = "A subject: agent/<id>, interaction/<id> or queue/<name>.")
    private String subject;

    @Option(names = "--agent", paramLabel = "ID", description = "An agent: its own events, and those of calls and contacts that name it.")
    private String agent;

    /** As {@link PrintedEvent#type()}, also for a type that is written as the topics and the events door have it. */
    private static String plain(String type) {
        return type.replaceFirst("^cti\\.", "").replaceFirst("(\\.v[0-9]+|\\.?\\*)$", "");
    }

    boolean takes(PrintedEvent event) {
        return (types.isEmpty() || types.stream().map(EventFilter::plain)
                .anyMatch(type -> type.isEmpty() || event.type().equals(type) || event.type().startsWith(type + ".")))
                && (subject == null || subject.equals(event.subject()))
                && (agent == null || event.concerns(agent));
    }
}
