package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Visibility;
import io.patchbay.rules.interaction.InteractionActions;
import java.util.List;
import java.util.Set;

/**
 * The operations of an agent on a chat or short-message session: those that Genesys lists in the state of the agent (genesys.md 4.4,
 * CHOREOGRAPHY D1), without those that the rules refuse now.
 */
public final class ContactCapabilities {
    private static final List<ContactOperation> INVITED = List.of(ContactOperation.ACCEPT, ContactOperation.REJECT);
    private static final List<ContactOperation> CHATTING = List.of(ContactOperation.TRANSFER, ContactOperation.LEAVE,
            ContactOperation.INVITE, ContactOperation.CONSULT, ContactOperation.SET_IN_FOCUS, ContactOperation.SET_DISPOSITION,
            ContactOperation.ATTACH_USER_DATA, ContactOperation.DELETE_USER_DATA, ContactOperation.UPDATE_USER_DATA,
            ContactOperation.SEND_TO_AGENTS, ContactOperation.START_TYPING_TO_AGENTS, ContactOperation.STOP_TYPING_TO_AGENTS,
            ContactOperation.COMPLETE, ContactOperation.SEND_MESSAGE, ContactOperation.START_TYPING, ContactOperation.STOP_TYPING);
    private static final List<ContactOperation> CONSULTED = List.of(ContactOperation.LEAVE, ContactOperation.SET_IN_FOCUS,
            ContactOperation.ATTACH_USER_DATA, ContactOperation.DELETE_USER_DATA, ContactOperation.UPDATE_USER_DATA,
            ContactOperation.SEND_TO_AGENTS, ContactOperation.START_TYPING_TO_AGENTS, ContactOperation.STOP_TYPING_TO_AGENTS);
    private static final List<ContactOperation> SENT_TO_ALL = List.of(ContactOperation.SEND_MESSAGE, ContactOperation.SEND_URL,
            ContactOperation.START_TYPING, ContactOperation.STOP_TYPING);
    /** Of a supervisor whom nobody sees. */
    private static final List<ContactOperation> MONITORING = List.of(ContactOperation.LEAVE, ContactOperation.SET_IN_FOCUS);
    /** After the customer or the agent has gone. */
    private static final List<ContactOperation> OVER = List.of(ContactOperation.LEAVE, ContactOperation.SET_IN_FOCUS,
            ContactOperation.SET_DISPOSITION, ContactOperation.ATTACH_USER_DATA, ContactOperation.DELETE_USER_DATA,
            ContactOperation.UPDATE_USER_DATA, ContactOperation.COMPLETE);

    private ContactCapabilities() { }

    public static List<ContactOperation> of(Interaction interaction, AgentId me) {
        List<ContactOperation> ofState = switch (ContactState.of(interaction, me)) {
            case INVITED -> INVITED;
            case CHATTING -> isMonitor(interaction, me) ? MONITORING : interaction.messaging().customer().isEmpty() ? OVER
                    : isConsulted(interaction, me) ? CONSULTED : CHATTING;
            case LEFT_CHAT -> OVER;
            case COMPLETED, REVOKED -> List.of();
        };
        Set<Action> allowed = InteractionActions.allowed(interaction, me).interaction();
        return ofState.stream().filter(operation -> accepts(interaction, me, operation, allowed)).toList();
    }

    /**
     * Whether an operation is accepted now: the listed ones, and some that Genesys documents and does not list. For a consulted agent these
     * are only those that send something to all, and what it sends goes to agents only. Without the customer nobody is consulted.
     */
    public static boolean accepts(Interaction interaction, AgentId me, ContactOperation operation) {
        return accepts(interaction, me, operation, InteractionActions.allowed(interaction, me).interaction());
    }

    private static boolean accepts(Interaction interaction, AgentId me, ContactOperation operation, Set<Action> allowed) {
        if (isMonitor(interaction, me)) {
            return operation == ContactOperation.SET_IN_FOCUS || allowed.contains(operation.action());
        }
        if (isConsulted(interaction, me) && interaction.messaging().customer().isPresent()) {
            return SENT_TO_ALL.contains(operation) ? allowed.contains(Action.SEND_TO_AGENTS)
                    : CONSULTED.contains(operation) && allowed.contains(operation.action());
        }
        boolean leaves = operation == ContactOperation.LEAVE || operation == ContactOperation.LEAVE_AND_COMPLETE;
        return allowed.contains(operation.action()) || leaves && ContactState.of(interaction, me) == ContactState.LEFT_CHAT;
    }

    /** Whether nobody sees the agent, who supervises another one. */
    public static boolean isMonitor(Interaction interaction, AgentId me) {
        return interaction.member(me).filter(own -> own.is(Member.Phase.ACTIVE) && own.watched().isPresent()).isPresent()
                && interaction.messaging().of(me).isEmpty();
    }

    /** Whether the customer does not see the agent. */
    public static boolean isConsulted(Interaction interaction, AgentId me) {
        return interaction.messaging().of(me).filter(own -> own.visibility() == Visibility.AGENTS).isPresent();
    }
}
