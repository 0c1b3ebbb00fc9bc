package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.MessagingEvent;
import java.util.List;
import java.util.Optional;

/** The frames of a messaging contact (CHOREOGRAPHY B6): it arrives, leaves and ends. Harmony has neither participants nor messages. */
record MessagingFrames(AgentId me, InteractionBlocks blocks) implements MessagingEvent.Cases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> participantInvited(MessagingEvent.ParticipantInvited e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> invitationFailed(MessagingEvent.InvitationFailed e) {
        boolean offered = isMine(e.agent()) && blocks.before().member(me).filter(m -> m.is(Member.Phase.OFFERED)).isPresent();
        return offered ? blocks.gone(Optional.empty(), e.cause()) : List.of();
    }

    @Override
    public List<HarmonyFrame> participantJoined(MessagingEvent.ParticipantJoined e) {
        return List.of();
    }

    /**
     * Participating agents see that the customer leaves. An agent that leaves by completing sees this in the frames of the completion.
     */
    @Override
    public List<HarmonyFrame> participantLeft(MessagingEvent.ParticipantLeft e) {
        if (e.agent().isEmpty()) {
            return e.within().completes() && isMine(blocks.before().owner()) ? List.of() : customerGone();
        }
        return isMine(e.agent()) && !e.within().completes() && e.cause() != Cause.LOGOUT ? blocks.left(e.cause()) : List.of();
    }

    @Override
    public List<HarmonyFrame> visibilityChanged(MessagingEvent.VisibilityChanged e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> messagePosted(MessagingEvent.MessagePosted e) {
        return List.of();
    }

    /** Harmony shows no nicknames of agents. */
    @Override
    public List<HarmonyFrame> nicknameChanged(MessagingEvent.NicknameChanged e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> typing(MessagingEvent.Typing e) {
        return List.of();
    }

    /** That the customer left was told already; else it comes with the end of the agent's own part. */
    @Override
    public List<HarmonyFrame> closed(MessagingEvent.Closed e) {
        return List.of();
    }

    private List<HarmonyFrame> customerGone() {
        boolean takesPart = blocks.after().member(me).filter(m -> m.is(Member.Phase.ACTIVE)).isPresent();
        return takesPart ? List.of(blocks.frames().updated(blocks.after())) : List.of();
    }

    private boolean isMine(Optional<AgentId> agent) {
        return agent.filter(me::equals).isPresent();
    }
}
