package io.patchbay.dialect.genesys.frame;

import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.dialect.genesys.words.ReferenceIds;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Interaction;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The notifications of each messaging event for one agent. An agent that is invited and has not accepted is told nothing of the others. */
record MessagingNotifications(ContactResources resources, ContactMessages messages, Interaction before, Interaction after,
        Optional<Integer> reference) implements MessagingEvent.Cases<List<Notification>> {

    @Override
    public List<Notification> participantInvited(MessagingEvent.ParticipantInvited e) {
        return List.of();
    }

    /** The invited agent loses its offer. The agent that invited learns that it failed, unless it left itself. */
    @Override
    public List<Notification> invitationFailed(MessagingEvent.InvitationFailed e) {
        if (isMe(e.agent()) && state(before) == ContactState.INVITED) {
            return List.of(messages.status(ContactState.REVOKED, after, Optional.empty()));
        }
        boolean beside = e.purpose() == Purpose.CONSULT || e.purpose() == Purpose.INVITE;
        return isMe(e.by()) && beside && e.cause() != Cause.ABANDONED && takesPart(after)
                ? List.of(messages.failed(after, ReferenceIds.of(e.participant()))) : List.of();
    }

    @Override
    public List<Notification> participantJoined(MessagingEvent.ParticipantJoined e) {
        return isMe(e.agent()) ? List.of(messages.accepted(after, reference), messages.participants(after), messages.history(after))
                : changed(after, e.index());
    }

    @Override
    public List<Notification> participantLeft(MessagingEvent.ParticipantLeft e) {
        if (!isMe(e.agent())) {
            return otherLeft(e);
        }
        boolean left = state(after) == ContactState.LEFT_CHAT;
        return e.within().completes() && left ? List.of()
                : List.of(messages.status(left && e.cause() != Cause.LOGOUT ? ContactState.LEFT_CHAT : ContactState.COMPLETED, after,
                        reference.filter(number -> !e.within().completes())));
    }

    /** Where several leave by one request, the participants are told once, as they are in the end. */
    private List<Notification> otherLeft(MessagingEvent.ParticipantLeft e) {
        boolean transferred = e.cause() == Cause.TRANSFERRED;
        return switch (e.within()) {
            case ITSELF -> transferred && isConsulted() ? e.visibility() == Visibility.AGENTS ? List.of() : entry(e.index())
                    : transferred && e.visibility() == Visibility.AGENTS ? entry(e.index())
                    : changed(transferred ? without(after.messaging().agents(Visibility.AGENTS)) : after, e.index());
            case COMPLETION -> changed(after, e.index());
            case SUCCESSION -> entry(e.index());
            case DISMISSAL -> e.agent().isPresent() ? entry(e.index())
                    : isMe(before.owner()) ? List.of()
                    : changed(without(before.owner().flatMap(after.messaging()::of).stream()), e.index());
        };
    }

    /** A consulted agent leaves with who transfers. A supervisor who coaches another agent stays. */
    private boolean isConsulted() {
        return after.messaging().agents(Visibility.AGENTS).anyMatch(agent -> agent.isOf(resources.me()));
    }

    /** The state when these participants, who leave next, are gone. */
    private Interaction without(Stream<Participant> leaving) {
        return leaving.map(Participant::id).reduce(after, (rest, id) -> rest.with(rest.messaging().without(id)), (one, other) -> other);
    }

    /** An agent whose place is taken is told of its own departure only. The others see the participants as they are without it. */
    @Override
    public List<Notification> visibilityChanged(MessagingEvent.VisibilityChanged e) {
        Interaction shown = without(e.inPlaceOf().flatMap(after.messaging()::of).stream());
        return isMe(e.inPlaceOf()) || !takesPart(after) ? List.of()
                : List.of(messages.participants(shown), messages.entry(after, e.index()));
    }

    @Override
    public List<Notification> nicknameChanged(MessagingEvent.NicknameChanged e) {
        return entry(e.index());
    }

    @Override
    public List<Notification> messagePosted(MessagingEvent.MessagePosted e) {
        return entry(e.index());
    }

    /** It has an index and is in no log. */
    @Override
    public List<Notification> typing(MessagingEvent.Typing e) {
        return takesPart(after) ? participant(e.participant())
                .map(who -> List.of(messages.log(List.of(LogMessages.typing(e.index(), who, e.on(), e.visibility(), e.at())))))
                .orElse(List.of()) : List.of();
    }

    /** Where the customer leaves, an event before this one told it. */
    @Override
    public List<Notification> closed(MessagingEvent.Closed e) {
        return List.of();
    }

    /** @param shown the participants that are told */
    private List<Notification> changed(Interaction shown, long index) {
        return takesPart(after) ? List.of(messages.participants(shown), messages.entry(after, index)) : List.of();
    }

    private List<Notification> entry(long index) {
        return takesPart(after) ? List.of(messages.entry(after, index)) : List.of();
    }

    private Optional<Participant> participant(PartyId id) {
        return after.messaging().participants().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private boolean takesPart(Interaction state) {
        return state(state) == ContactState.CHATTING;
    }

    private ContactState state(Interaction state) {
        return ContactState.of(state, resources.me());
    }

    private boolean isMe(Optional<AgentId> agent) {
        return agent.filter(resources.me()::equals).isPresent();
    }
}
