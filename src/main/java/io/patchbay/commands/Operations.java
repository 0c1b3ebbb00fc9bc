package io.patchbay.commands;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Inquiry;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.TranscriptCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every operation by its name. A test compares the operations with the commands of the model. Each command is offered or listed as not
 * offered.
 */
final class Operations {

    /** Commands that no agent gives: follow-ups, deadlines, lost connections, actions of the far end. */
    static final Set<Class<? extends Body>> NOT_OFFERED = Set.of(AgentCommand.LoseBinding.class, AgentCommand.Reserve.class,
            AgentCommand.Engage.class, AgentCommand.Release.class, AgentCommand.Forget.class, AgentCommand.TakeBack.class,
            AgentCommand.DeadlinePassed.class, OfferCommand.class, QueueCommand.class, PlatformCommand.class, TranscriptCommand.class,
            Inquiry.class);

    private static final Map<String, Operation> BY_NAME = new LinkedHashMap<>();

    static {
        Stream.of(SessionOperations.ALL, DeviceOperations.ALL, CallOperations.ALL, ContactOperations.ALL, MessagingOperations.ALL)
                .flatMap(family -> family.stream()).forEach(operation -> BY_NAME.put(operation.name(), operation));
    }

    private Operations() { }

    static Optional<Operation> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** In the order of the documentation. */
    static Stream<Operation> all() {
        return BY_NAME.values().stream();
    }
}
