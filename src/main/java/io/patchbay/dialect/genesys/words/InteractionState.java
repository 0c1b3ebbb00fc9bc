package io.patchbay.dialect.genesys.words;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import java.util.Map;
import java.util.Optional;

/** The state of an interaction of any medium for one agent, as the older generation names it (genesys.md 13, 14). */
public enum InteractionState {
    INVITED("Invited"),
    /** The agent works with it, also after the customer or the agent has gone. */
    ACCEPTED("Accepted"),
    COMPLETED("Completed");

    private final String text;

    InteractionState(String text) {
        this.text = text;
    }

    public static InteractionState of(Interaction interaction, AgentId me) {
        return interaction.medium() == Medium.VOICE ? ofCall(interaction, me) : of(ContactState.of(interaction, me));
    }

    public static InteractionState of(ContactState state) {
        return switch (state) {
            case INVITED -> INVITED;
            case CHATTING, LEFT_CHAT -> ACCEPTED;
            case COMPLETED, REVOKED -> COMPLETED;
        };
    }

    /** The interaction that the agent has. @param id as a client sent it */
    public static Optional<Map.Entry<InteractionId, Interaction>> find(Replicas now, AgentId agent, String id) {
        return now.interactions().entrySet().stream()
                .filter(each -> each.getKey().value().equals(id) && of(each.getValue(), agent).isListed()).findFirst();
    }

    private static InteractionState ofCall(Interaction interaction, AgentId me) {
        return interaction.member(me).map(own -> switch (own.phase()) {
            case OFFERED -> INVITED;
            case ACTIVE, ENDED -> ACCEPTED;
        }).orElse(COMPLETED);
    }

    /** Whether the agent has the interaction in its list. */
    public boolean isListed() {
        return this != COMPLETED;
    }

    public String text() {
        return text;
    }
}
