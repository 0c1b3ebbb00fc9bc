package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.CustomerOperation;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Directory;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand;
import io.patchbay.reading.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations of a customer on {@code /chats} and {@code /chats/{id}} (BINDINGS, Genesys). Pure.
 *
 * @param policy travels with the chats that begin here
 */
public record CustomerOperations(Directory directory, ContactPolicy policy) {

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return operation.equals(CustomerOperation.REQUEST_CHAT) || CustomerOperation.of(operation).isPresent();
    }

    /** RequestChat, the only operation of the collection. A chat that names no queue goes to the first one of the directory. */
    public PlatformCommand.SessionRequested begin(GenesysBody body) {
        String name = body.operation();
        if (!name.equals(CustomerOperation.REQUEST_CHAT)) {
            throw Operation.unknown(name, List.of(CustomerOperation.REQUEST_CHAT));
        }
        Map<String, String> data = new LinkedHashMap<>();
        String nickname = body.text("nickname");
        data.put("nickname", nickname);
        body.textIfAny("subject").ifPresent(subject -> data.put("subject", subject));
        return new PlatformCommand.SessionRequested(Medium.CHAT, nickname, Optional.empty(), queue(body), Optional.empty(), data, policy);
    }

    /** An operation on a chat. */
    public PlatformCommand act(GenesysBody body) {
        String name = body.operation();
        return switch (CustomerOperation.of(name).orElseThrow(() -> Operation.unknown(name, CustomerOperation.NAMES))) {
            case SEND_MESSAGE -> new PlatformCommand.CustomerWrites(body.text("text"));
            case START_TYPING -> new PlatformCommand.CustomerTypes(true);
            case STOP_TYPING -> new PlatformCommand.CustomerTypes(false);
            case COMPLETE -> new PlatformCommand.CustomerLeaves();
        };
    }

    private Destination queue(GenesysBody body) {
        Names names = new Names(directory);
        String queue = body.textIfAny("queue").orElseGet(() -> directory.queues().stream().findFirst()
                .orElseThrow(() -> Operation.invalid("There is no queue for chats.")).name().value());
        return body.value("queue", names.queue(queue));
    }
}
