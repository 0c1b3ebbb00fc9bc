package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.ContactOperation;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.InteractionCapabilities;
import io.patchbay.dialect.genesys.words.InteractionOperation;
import io.patchbay.dialect.genesys.words.InteractionState;
import io.patchbay.dialect.genesys.words.ReplyForm;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.Subject;
import io.patchbay.reading.JsonType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations on {@code /me/interactions/{id}} (genesys.md 6, CHOREOGRAPHY D3). Those that chats and calls have, too, are the same here.
 * A refusal has the form of the reply of its operation.
 */
public final class InteractionOperations {
    private static final List<String> NAMES = Arrays.stream(InteractionOperation.values()).map(InteractionOperation::text).toList();
    private static final List<String> TARGETS = List.of("agentId", "skill", "group", "queueName");
    private static final String INDEX = "[0-9]{1,9}";

    private final Operation operation;
    private final InteractionId id;
    private final Interaction interaction;

    private InteractionOperations(Operation operation, InteractionId id, Interaction interaction) {
        this.operation = operation;
        this.id = id;
        this.interaction = interaction;
    }

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return InteractionOperation.of(operation).isPresent();
    }

    /** @param id of an interaction that the agent has */
    public static Plan on(Operation operation, String id) {
        String name = operation.body().operation();
        Optional<InteractionOperation> known = InteractionOperation.of(name);
        ReplyForm form = known.map(InteractionOperation::reply).orElse(ReplyForm.STATUS_CODE);
        try {
            Map.Entry<InteractionId, Interaction> found = InteractionState.find(operation.now(), operation.me(), id)
                    .orElseThrow(() -> new OperationRefused(GenesysStatus.NOT_FOUND, "The agent has no such interaction."));
            InteractionOperation wanted = known.orElseThrow(() -> Operation.unknown(name, NAMES));
            return new InteractionOperations(operation, found.getKey(), found.getValue()).plan(wanted).in(form);
        } catch (OperationRefused refused) {
            throw refused.in(form);
        }
    }

    private Plan plan(InteractionOperation wanted) {
        Plan plan = asked(wanted);
        if (!InteractionCapabilities.accepts(interaction, me(), wanted)) {
            throw refusal(wanted);
        }
        return plan;
    }

    private Plan asked(InteractionOperation wanted) {
        return switch (wanted) {
            case ACCEPT -> contact(operation, ContactOperation.ACCEPT);
            case REJECT -> commands(new DataCommand.Reject(me()));
            case INVITE_USER -> contact(operation, ContactOperation.INVITE, targets().user(operation.body().text("agentId")));
            case END_CHAT_SESSION -> commands(new MessagingCommand.EndContact(me()));
            case SEND_MESSAGE -> contact(operation, ContactOperation.SEND_MESSAGE);
            case START_TYPING -> contact(operation, ContactOperation.START_TYPING);
            case STOP_TYPING -> contact(operation, ContactOperation.STOP_TYPING);
            case SINGLE_STEP_TRANSFER -> transfer(target());
            case COMPLETE -> isCall() ? commands(new DataCommand.Complete(me()))
                    : contact(operation.withoutParameters(), ContactOperation.COMPLETE);
            case REQUEST_CHAT_HISTORY -> Plan.of(List.of()).withLog(id, firstIndex());
            case LEAVE_CONFERENCE -> leave();
            case ATTACH_USER_DATA -> contact(operation, ContactOperation.ATTACH_USER_DATA);
            case UPDATE_USER_DATA -> contact(operation, ContactOperation.UPDATE_USER_DATA);
            case DELETE_USER_DATA -> contact(operation, ContactOperation.DELETE_USER_DATA);
        };
    }

    private OperationRefused refusal(InteractionOperation wanted) {
        if (!wanted.isGeneral() && interaction.medium() != Medium.CHAT) {
            return Operation.invalid("This operation is for chats only.");
        }
        return switch (wanted) {
            case REQUEST_CHAT_HISTORY -> new OperationRefused(GenesysStatus.NO_PERMISSION,
                    "Only agents who take part in the chat can ask for its history.");
            case LEAVE_CONFERENCE -> Operation.invalid("Not in a conference");
            default -> Operation.invalid("The operation is not possible in the present state. The capabilities list what is.");
        };
    }

    private Plan transfer(Destination to) {
        if (!isCall()) {
            return contact(operation.withoutParameters(), ContactOperation.TRANSFER, to);
        }
        if (Targets.isNobody(to)) {
            throw Operation.invalid("The target must be an agent or a queue of the directory.");
        }
        Call call = InteractionCapabilities.callToTransfer(interaction, me())
                .orElseThrow(() -> refusal(InteractionOperation.SINGLE_STEP_TRANSFER));
        return CallOperations.transfer(operation.withoutParameters(), id, interaction, call, to);
    }

    /** An agent, or a queue that serves a skill or group. */
    private Destination target() {
        List<String> given = TARGETS.stream().filter(operation.body()::has).toList();
        if (given.size() > 1) {
            throw Operation.invalid("The parameters must name one target: agentId, skill, group or queueName.");
        }
        String name = given.isEmpty() ? TARGETS.get(0) : given.get(0);
        String target = operation.body().text(name);
        return name.equals(TARGETS.get(0)) ? targets().user(target) : targets().queue(target);
    }

    private Plan leave() {
        Optional<String> who = operation.body().textIfAny("agentId");
        if (who.filter(each -> !each.equals(me().value()) && !each.equals(operation.entry().userId())).isPresent()) {
            throw Operation.invalid("The parameter agentId must be the id or name of the agent itself.");
        }
        return contact(operation.withoutParameters(), ContactOperation.LEAVE);
    }

    private long firstIndex() {
        if (!operation.body().has("eventId")) {
            return 1;
        }
        String index = operation.body().member(JsonType.CODE, "eventId");
        if (!index.matches(INDEX)) {
            throw Operation.invalid("The parameter eventId must be a whole number.");
        }
        return Long.parseLong(index);
    }

    private Plan contact(Operation as, ContactOperation wanted) {
        return contact(as, wanted, null);
    }

    private Plan contact(Operation as, ContactOperation wanted, Destination to) {
        return new ContactOperations(as, id, interaction).plan(wanted, to);
    }

    private Plan commands(Body command) {
        return Plan.of(List.of(new Plan.Step(Subject.of(id), command)));
    }

    private Targets targets() {
        return new Targets(operation.names().directory(), operation.body());
    }

    private boolean isCall() {
        return interaction.medium() == Medium.VOICE;
    }

    private AgentId me() {
        return operation.me();
    }
}
