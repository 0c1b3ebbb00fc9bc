package io.patchbay.dialect.tiny;

import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import io.patchbay.model.Interaction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One line for each event: its name and its subject; for a client that begins, the agent's channels and contacts. */
final class TinyEncoder implements SessionEncoder<String> {

    @Override
    public List<String> all(Snapshot now, Instant at) {
        Stream<String> channels = now.replicas().agent().channels().stream().map(channel -> "channel " + channel.presence().state());
        Stream<String> contacts = now.replicas().interactions().keySet().stream().map(id -> "contact " + id.value());
        return Stream.concat(channels, contacts).toList();
    }

    @Override
    public List<String> step(Delivery step) {
        String calls = step.after().interactions().values().stream().filter(each -> step.subject().id().equals(id(step, each)))
                .flatMap(each -> each.calls().stream()).map(call -> " " + call.id().value()).findFirst().orElse("");
        return List.of("event " + step.recorded().event().getClass().getSimpleName() + " " + step.subject().id() + calls);
    }

    private static String id(Delivery step, Interaction interaction) {
        return step.after().interactions().entrySet().stream().filter(entry -> entry.getValue() == interaction)
                .map(entry -> entry.getKey().value()).findFirst().orElse("");
    }
}
