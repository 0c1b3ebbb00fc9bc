package io.patchbay.dialect.genesys.words;

import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import java.util.Optional;

/** The state of a chat or short-message session for one agent (genesys.md 4.5). */
public enum ContactState {
    INVITED("Invited"),
    CHATTING("Chatting"),
    /** The agent was the last one, the customer is gone with it, and the agent still has the contact. */
    LEFT_CHAT("LeftChat"),
    COMPLETED("Completed"),
    /** The invitation was withdrawn or expired. Only an event tells this state. */
    REVOKED("Revoked");

    private final String text;

    ContactState(String text) {
        this.text = text;
    }

    /** Completed also for an agent that left the contact to others. The last agent that leaves owns it. */
    public static ContactState of(Interaction interaction, AgentId me) {
        Optional<Member> member = interaction.member(me);
        return member.map(own -> switch (own.phase()) {
            case OFFERED -> INVITED;
            case ACTIVE -> CHATTING;
            case ENDED -> goesOn(interaction) || !interaction.owner().equals(Optional.of(me)) ? COMPLETED : LEFT_CHAT;
        }).orElse(COMPLETED);
    }

    private static boolean goesOn(Interaction interaction) {
        return interaction.messaging().customer().isPresent()
                || interaction.members().stream().anyMatch(Member::serves);
    }

    /** Whether the agent has the contact in its list. */
    public boolean isListed() {
        return this == INVITED || this == CHATTING || this == LEFT_CHAT;
    }

    public String text() {
        return text;
    }
}
