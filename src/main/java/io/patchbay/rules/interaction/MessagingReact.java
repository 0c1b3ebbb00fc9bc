package io.patchbay.rules.interaction;

import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Cause;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.LogEntry;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.Subject;
import io.patchbay.model.TranscriptCommand.FilePage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follow-ups of a messaging contact to agents and queues. */
record MessagingReact(InteractionReact on) implements MessagingEvent.Cases<List<FollowUp>> {

    /** Asks for the agent's slot; a queue that is asked is told by {@link #queues()}. */
    @Override
    public List<FollowUp> participantInvited(MessagingEvent.ParticipantInvited e) {
        boolean wrapUp = on.after().queue().filter(Queueing::wrapUp).isPresent() && e.invitation().of().isEmpty();
        Optional<FollowUp> asked = e.invitation().agent().filter(agent -> e.queue().isEmpty()).map(agent ->
                FollowUp.to(Subject.of(agent), new Reserve(agent, on.self(), on.after().medium(), Optional.empty(), wrapUp),
                        new ReserveRefused(agent, Cause.UNAVAILABLE)));
        return asked.stream().toList();
    }

    @Override
    public List<FollowUp> invitationFailed(MessagingEvent.InvitationFailed e) {
        return e.cause() == Cause.LOGOUT ? List.of() : e.agent().map(on::released).orElse(List.of());
    }

    @Override
    public List<FollowUp> participantJoined(MessagingEvent.ParticipantJoined e) {
        return List.of();
    }

    @Override
    public List<FollowUp> participantLeft(MessagingEvent.ParticipantLeft e) {
        return e.cause() == Cause.LOGOUT || e.within().completes() ? List.of() : e.agent().map(on::released).orElse(List.of());
    }

    @Override
    public List<FollowUp> visibilityChanged(MessagingEvent.VisibilityChanged e) {
        return List.of();
    }

    @Override
    public List<FollowUp> nicknameChanged(MessagingEvent.NicknameChanged e) {
        return List.of();
    }

    @Override
    public List<FollowUp> messagePosted(MessagingEvent.MessagePosted e) {
        return List.of();
    }

    @Override
    public List<FollowUp> typing(MessagingEvent.Typing e) {
        return List.of();
    }

    @Override
    public List<FollowUp> closed(MessagingEvent.Closed e) {
        return List.of();
    }

    /** The queues that the contact came to or left by the event, whichever it was; to the same queue it can come as something new. */
    Stream<FollowUp> queues() {
        Optional<Queueing> was = waitsIn(on.before());
        Optional<Queueing> is = waitsIn(on.after());
        if (was.map(Queueing::offeredAs).equals(is.map(Queueing::offeredAs))) {
            return Stream.of();
        }
        return Stream.concat(was.stream().map(q -> PartyReact.left(on.before(), on.after(), q, on.self())),
                is.stream().map(q -> PartyReact.enqueued(on.after(), q, on.self())));
    }

    /** The page that the event has filled, if it has. */
    Stream<FollowUp> page() {
        List<LogEntry> page = on.after().messaging().filedSince(on.before().messaging());
        return page.isEmpty() ? Stream.of()
                : Stream.of(FollowUp.to(Subject.transcript(on.self(), on.after().messaging().pages() - 1), new FilePage(page)));
    }

    private static Optional<Queueing> waitsIn(Interaction state) {
        return ContactRules.isQueued(state) ? state.queue() : state.asking();
    }
}
