package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.SupervisorVisibility;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.InteractionId;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.Subject;
import io.patchbay.reading.Read;
import java.util.List;
import java.util.Optional;

/** The operation on {@code /users/{id}/chats/{id}} and {@code /users/{id}/smssessions/{id}} (genesys.md 4.2). */
public final class SupervisorOperations {
    private static final List<String> NAMES = List.of("Intrude");
    private static final String MODE = "supervisorVisibilityMode";

    private SupervisorOperations() { }

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return NAMES.contains(operation);
    }

    /** @param user the agent of the contact, by id or name; @param contact its id, as the client sent it */
    public static Plan on(Operation operation, String user, ContactKind kind, String contact) {
        String name = operation.body().operation();
        if (!isName(name)) {
            throw Operation.unknown(name, NAMES);
        }
        SupervisorVisibility wanted = operation.body().value(MODE, Read.of(SupervisorVisibility.of(operation.body().text(MODE)),
                "Monitor, Coach or BargeIn"));
        AgentEntry of = supervised(operation, user);
        operation.mustBeSignedIn();
        boolean open = operation.now().agent().channels().stream()
                .anyMatch(channel -> channel.isActive() && channel.medium().takes(kind.medium()));
        if (!open) {
            throw Operation.invalid("The agent has no active channel for this contact. Send StartContactCenterSession with it first.");
        }
        return Plan.of(List.of(new Plan.Step(Subject.of(interaction(contact)),
                new MessagingCommand.JoinContact(operation.me(), of.id(), wanted.mode(), Optional.of(kind.medium())))));
    }

    /** The directory knows the supervisors of an agent, the rules do not. */
    private static AgentEntry supervised(Operation operation, String user) {
        Directory directory = operation.names().directory();
        AgentEntry of = directory.user(user).orElseThrow(() -> new OperationRefused(GenesysStatus.NOT_FOUND, "There is no such user."));
        if (!directory.supervises(operation.me(), of.id())) {
            throw new OperationRefused(GenesysStatus.FORBIDDEN, "The user is not in a team of this supervisor.");
        }
        return of;
    }

    private static InteractionId interaction(String contact) {
        return Optional.of(contact).filter(InteractionId::fits).map(InteractionId::new)
                .orElseThrow(() -> new OperationRefused(GenesysStatus.NOT_FOUND, "The user has no such contact."));
    }
}
