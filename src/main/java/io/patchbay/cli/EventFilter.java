package io.patchbay.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which events {@code tail} prints. */
final class EventFilter {
    @Option(names = "--type", paramLabel = "TYPE",
            description = "The beginning of a type without cti. (call, call.held). May be given several times.")
    private List<String> types = List.of();

    @Option(names = "--subject", paramLabel = "SUBJECT", description = "A subject: agent/<id> or interaction/<id>.")
    private String subject;

    @Option(names = "--agent", paramLabel = "ID", description = "An agent: its own events, and those of calls and contacts that name it.")
    private String agent;

    boolean takes(PrintedEvent event) {
        return (types.isEmpty() || types.stream().anyMatch(type -> event.type().equals(type) || event.type().startsWith(type + ".")))
                && (subject == null || subject.equals(event.subject()))
                && (agent == null || event.concerns(agent));
    }
}
