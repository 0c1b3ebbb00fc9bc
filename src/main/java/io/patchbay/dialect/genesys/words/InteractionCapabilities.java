package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Interaction;
import io.patchbay.model.Medium;
import io.patchbay.model.Participant;
import io.patchbay.rules.interaction.InteractionActions;
import java.util.List;
import java.util.Optional;

/** The operations of an agent on {@code /me/interactions/{id}}: those of its state, without those that are refused now. */
public final class InteractionCapabilities {
    private static final List<InteractionOperation> INVITED = List.of(InteractionOperation.ACCEPT, InteractionOperation.REJECT);
    private static final List<InteractionOperation> ACCEPTED = List.of(InteractionOperation.SEND_MESSAGE,
            InteractionOperation.START_TYPING, InteractionOperation.STOP_TYPING, InteractionOperation.INVITE_USER,
            InteractionOperation.LEAVE_CONFERENCE, InteractionOperation.SINGLE_STEP_TRANSFER, InteractionOperation.END_CHAT_SESSION,
            InteractionOperation.REQUEST_CHAT_HISTORY, InteractionOperation.ATTACH_USER_DATA, InteractionOperation.UPDATE_USER_DATA,
            InteractionOperation.DELETE_USER_DATA, InteractionOperation.COMPLETE);

    private InteractionCapabilities() { }

    public static List<InteractionOperation> of(Interaction interaction, AgentId me) {
        List<InteractionOperation> ofState = switch (InteractionState.of(interaction, me)) {
            case INVITED -> INVITED;
            case ACCEPTED -> ACCEPTED;
            case COMPLETED -> List.of();
        };
        return ofState.stream().filter(operation -> accepts(interaction, me, operation)).toList();
    }

    /** Whether an operation is accepted now. */
    public static boolean accepts(Interaction interaction, AgentId me, InteractionOperation operation) {
        if (!operation.isGeneral() && interaction.medium() != Medium.CHAT) {
            return false;
        }
        return switch (operation) {
            case ACCEPT -> isAllowed(interaction, me, ContactOperation.ACCEPT);
            case REJECT -> isAllowed(interaction, me, Action.REJECT_INTERACTION);
            case INVITE_USER -> isAllowed(interaction, me, ContactOperation.INVITE);
            case END_CHAT_SESSION -> isAllowed(interaction, me, Action.END_CONTACT);
            case SEND_MESSAGE -> isAllowed(interaction, me, ContactOperation.SEND_MESSAGE);
            case START_TYPING -> isAllowed(interaction, me, ContactOperation.START_TYPING);
            case STOP_TYPING -> isAllowed(interaction, me, ContactOperation.STOP_TYPING);
            case SINGLE_STEP_TRANSFER -> interaction.medium() == Medium.VOICE ? callToTransfer(interaction, me).isPresent()
                    : isAllowed(interaction, me, ContactOperation.TRANSFER);
            case COMPLETE -> interaction.medium() == Medium.VOICE ? isAllowed(interaction, me, Action.COMPLETE_INTERACTION)
                    : isAllowed(interaction, me, ContactOperation.COMPLETE);
            case REQUEST_CHAT_HISTORY -> takesPart(interaction, me);
            case LEAVE_CONFERENCE -> isInConference(interaction, me);
            case ATTACH_USER_DATA, UPDATE_USER_DATA, DELETE_USER_DATA -> isAllowed(interaction, me, Action.SET_INTERACTION_DATA);
        };
    }

    /** The call of the agent that a single step can transfer now. */
    public static Optional<Call> callToTransfer(Interaction interaction, AgentId me) {
        return interaction.callsOf(me).stream()
                .filter(call -> CallCapabilities.accepts(interaction, me, call.id(), CallOperation.SINGLE_STEP_TRANSFER)).findFirst();
    }

    /** Whether the agent is in the chat. */
    public static boolean takesPart(Interaction interaction, AgentId me) {
        return interaction.messaging().of(me).isPresent();
    }

    /** Whether another agent is in the chat, too. */
    public static boolean isInConference(Interaction interaction, AgentId me) {
        return takesPart(interaction, me) && interaction.messaging().participants().stream()
                .anyMatch(other -> other.role() == Participant.Role.AGENT && !other.isOf(me));
    }

    private static boolean isAllowed(Interaction interaction, AgentId me, ContactOperation operation) {
        return ContactCapabilities.accepts(interaction, me, operation);
    }

    private static boolean isAllowed(Interaction interaction, AgentId me, Action action) {
        return InteractionActions.allowed(interaction, me).interaction().contains(action);
    }
}
