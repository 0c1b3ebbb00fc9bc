package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call.Monitoring;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.MessagingCommand.JoinContact;
import io.patchbay.model.MessagingEvent.ParticipantInvited;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.Optional;

/**
 * A supervisor joins an agent in a messaging contact, the counterpart of {@link Monitors} for calls. The supervisor is invited like an
 * agent and accepts. Who barges in serves the customer from then on. Who monitors or coaches is beside the agent and leaves with it.
 */
record Supervision(Interaction state, Stamp stamp) {

    Decision<InteractionEvent> join(JoinContact c) {
        boolean other = c.medium().filter(medium -> medium != state.medium()).isPresent();
        if (other || !ContactRules.isContact(state) || !serves(c.of()) || c.of().equals(c.by())) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + c.of() + " takes no part in this contact.");
        }
        boolean there = state.member(c.by()).filter(m -> !m.is(Member.Phase.ENDED)).isPresent()
                || state.messaging().invitationOf(c.by()).isPresent();
        return there
                ? Decision.refuse(Reason.WRONG_STATE, "Agent " + c.by() + " takes part or is invited already. Leave the contact first.")
                : Decision.accept(new ParticipantInvited(new Invitation(Ids.party(stamp.id(), "called"), purpose(c.mode()),
                        Optional.of(c.by()), Optional.empty(), Optional.of(c.by()), Optional.of(c.of()), false), Optional.empty()));
    }

    private boolean serves(AgentId agent) {
        return state.member(agent).filter(Member::serves).isPresent();
    }

    private static Purpose purpose(Monitoring.Mode mode) {
        return switch (mode) {
            case SILENT -> Purpose.MONITOR;
            case WHISPER -> Purpose.COACH;
            case BARGE -> Purpose.BARGE_IN;
        };
    }
}
