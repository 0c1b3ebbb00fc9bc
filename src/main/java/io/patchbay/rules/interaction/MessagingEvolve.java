package io.patchbay.rules.interaction;

import io.patchbay.model.Cause;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Invitation;
import io.patchbay.model.LogEntry;
import io.patchbay.model.LogEntry.Kind;
import io.patchbay.model.Messaging;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.time.Instant;
import java.util.Optional;

/** Applies the events of a messaging contact. */
record MessagingEvolve(Interaction state) implements MessagingEvent.Cases<Interaction> {

    @Override
    public Interaction participantInvited(MessagingEvent.ParticipantInvited e) {
        return state.with(messaging().with(e.invitation())).asking(e.queue().or(state::asking));
    }

    /** An invited agent without an offer may have got the offer in another way meanwhile. */
    @Override
    public Interaction invitationFailed(MessagingEvent.InvitationFailed e) {
        Interaction next = state.with(messaging().withoutInvitation(e.participant()));
        boolean offered = messaging().invitation(e.participant()).filter(Invitation::offered).isPresent();
        return e.agent().filter(agent -> offered).map(next::without).orElse(next);
    }

    @Override
    public Interaction participantJoined(MessagingEvent.ParticipantJoined e) {
        return state.with(messaging().with(e.participant())
                .with(entry(e.participant(), e.index(), Kind.PARTICIPANT_JOINED, e.visibility(), "", e.at())));
    }

    /** A contact that is transferred is nobody's until somebody takes it. */
    @Override
    public Interaction participantLeft(MessagingEvent.ParticipantLeft e) {
        Interaction next = state.with(messaging().without(e.participant())
                .with(entry(participant(e.participant()), e.index(), Kind.PARTICIPANT_LEFT, e.visibility(), "", e.at())));
        Optional<Member> member = e.agent().flatMap(next::member);
        Interaction left = member.map(m -> next.with(m.in(Member.Phase.ENDED))).orElse(next);
        return e.cause() == Cause.TRANSFERRED && left.owner().equals(e.agent()) ? left.unowned() : left;
    }

    @Override
    public Interaction visibilityChanged(MessagingEvent.VisibilityChanged e) {
        Participant seen = participant(e.participant()).visibleTo(e.visibility());
        return state.with(messaging().with(seen)
                .with(entry(seen, e.index(), Kind.PARTICIPANT_JOINED, e.visibility(), "", e.at())));
    }

    @Override
    public Interaction nicknameChanged(MessagingEvent.NicknameChanged e) {
        Participant before = participant(e.participant());
        return state.with(messaging().with(before.called(e.nickname()))
                .with(entry(before, e.index(), Kind.NICKNAME, e.visibility(), e.nickname(), e.at())));
    }

    @Override
    public Interaction messagePosted(MessagingEvent.MessagePosted e) {
        return state.with(messaging().with(entry(participant(e.participant()), e.index(), e.kind(), e.visibility(), e.text(), e.at())));
    }

    @Override
    public Interaction typing(MessagingEvent.Typing e) {
        return state.with(messaging().upTo(e.index()));
    }

    @Override
    public Interaction closed(MessagingEvent.Closed e) {
        return state.with(messaging().withoutCustomer());
    }

    private Messaging messaging() {
        return state.messaging();
    }

    private Participant participant(PartyId id) {
        return messaging().participants().stream().filter(p -> p.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalStateException("an event names participant " + id + ", which is not there"));
    }

    private static LogEntry entry(Participant from, long index, Kind kind, Visibility visibility, String text, Instant at) {
        return new LogEntry(index, kind, from.id(), from.role(), from.nickname(), visibility, text, at);
    }
}
