package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.InteractionTransferred;
import io.patchbay.model.ContactEvent.Queued;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.MessagingEvent.MessagePosted;
import io.patchbay.model.MessagingEvent.NicknameChanged;
import io.patchbay.model.MessagingEvent.ParticipantInvited;
import io.patchbay.model.MessagingEvent.ParticipantLeft.Within;
import io.patchbay.model.MessagingEvent.Typing;
import io.patchbay.model.Participant;
import io.patchbay.model.Reason;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.Optional;
import java.util.function.Function;

/** Decisions on commands of an agent in a messaging contact (CHOREOGRAPHY D1). */
record MessagingRules(Interaction state, Stamp stamp) implements MessagingCommand.Cases<Decision<InteractionEvent>> {

    /** Of one message, in characters. */
    static final int TEXT_LIMIT = 16_384;
    /** In characters. */
    static final int NICKNAME_LIMIT = 80;

    @Override
    public Decision<InteractionEvent> send(MessagingCommand.SendMessage c) {
        if (!c.kind().isWritten()) {
            return Decision.refuse(Reason.INVALID_DATA,
                    "An agent can write a text, an address or a notice. The gateway writes all other entries.");
        }
        return on(c.by(), writing(c.visibility()), at -> unfit(c.text()).orElseGet(() -> Decision.accept(new MessagePosted(next(),
                at.participant().orElseThrow().id(), Optional.of(c.by()), c.kind(), c.text(), c.visibility(), stamp.at()))));
    }

    @Override
    public Decision<InteractionEvent> typing(MessagingCommand.SetTyping c) {
        return on(c.by(), writing(c.visibility()), at -> Decision.accept(new Typing(next(), at.participant().orElseThrow().id(),
                Optional.of(c.by()), c.on(), c.visibility(), stamp.at())));
    }

    @Override
    public Decision<InteractionEvent> nickname(MessagingCommand.SetNickname c) {
        return on(c.by(), Action.SET_NICKNAME, at -> unfitNickname(c.nickname()).orElseGet(() -> {
            Participant own = at.participant().orElseThrow();
            return Decision.accept(new NicknameChanged(next(), own.id(), own.agent(), c.nickname(), own.visibility(), stamp.at()));
        }));
    }

    /** Present when nobody can be called so. */
    static Optional<Decision<InteractionEvent>> unfitNickname(String name) {
        return name.isBlank() || name.length() > NICKNAME_LIMIT
                ? Optional.of(Decision.refuse(Reason.INVALID_DATA, "A nickname is 1 to " + NICKNAME_LIMIT + " characters and not blank."))
                : Optional.empty();
    }

    @Override
    public Decision<InteractionEvent> consult(MessagingCommand.ConsultInContact c) {
        return on(c.by(), Action.CONSULT, at -> asked(c.by(), c.to(), Purpose.CONSULT));
    }

    @Override
    public Decision<InteractionEvent> invite(MessagingCommand.InviteToContact c) {
        return on(c.by(), Action.INVITE, at -> asked(c.by(), c.to(), Purpose.INVITE));
    }

    private Decision<InteractionEvent> asked(AgentId by, Destination to, Purpose purpose) {
        return unfit(to).orElseGet(() -> Decision.accept(invited(by, to, purpose)));
    }

    @Override
    public Decision<InteractionEvent> conference(MessagingCommand.ConferenceInContact c) {
        return on(c.by(), Action.CONFERENCE, at -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            Departures departures = new Departures(story, stamp.at());
            state.messaging().agents(Visibility.AGENTS).forEach(agent -> departures.seen(agent, Optional.empty()));
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> transfer(MessagingCommand.TransferContact c) {
        return on(c.by(), Action.TRANSFER, at -> {
            Optional<Participant> consulted = agent(c.to()).flatMap(state.messaging()::of)
                    .filter(p -> p.visibility() == Visibility.AGENTS && !p.isCoach());
            return consulted.map(p -> handed(c, p)).orElseGet(() -> unfit(c.to()).orElseGet(() -> sentOn(c)));
        });
    }

    /** Already a participant: no new invitation. */
    private Decision<InteractionEvent> handed(MessagingCommand.TransferContact c, Participant to) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        Departures departures = new Departures(story, stamp.at());
        departures.seen(to, Optional.of(c.by()));
        story.add(new InteractionTransferred(c.by(), to.agent(), Optional.empty()));
        departures.agent(c.by(), Cause.TRANSFERRED, Within.SUCCESSION);
        return story.accepted();
    }

    /** To a new agent. */
    private Decision<InteractionEvent> sentOn(MessagingCommand.TransferContact c) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        boolean others = state.messaging().agents(Visibility.ALL).anyMatch(p -> !p.isOf(c.by()));
        Optional<Queueing> queue = queueing(c.to());
        story.add(new InteractionTransferred(c.by(), agent(c.to()), queue.map(Queueing::queue)));
        story.add(queue.isPresent() && !others
                ? new Queued(queue.get().queue(), queue.get().number(), queue.get().wrapUp(), queue.get().arrivedAt(),
                        queue.get().place())
                : invited(c.by(), c.to(), Purpose.TRANSFER));
        new Departures(story, stamp.at()).transferring(c.by());
        return story.accepted();
    }

    @Override
    public Decision<InteractionEvent> leave(MessagingCommand.LeaveContact c) {
        return on(c.by(), Action.LEAVE, at -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            if (at.watches()) {
                story.add(new Completed(c.by(), false));
            } else {
                new Departures(story, stamp.at()).agent(c.by(), Cause.RELEASED, Within.ITSELF);
            }
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> join(MessagingCommand.JoinContact c) {
        return new Supervision(state, stamp).join(c);
    }

    @Override
    public Decision<InteractionEvent> end(MessagingCommand.EndContact c) {
        return on(c.by(), Action.END_CONTACT, at -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            new Departures(story, stamp.at()).dismissed(Cause.RELEASED, Within.ITSELF);
            return story.accepted();
        });
    }

    /** Present when it is no text to write. */
    static Optional<Decision<InteractionEvent>> unfit(String text) {
        return text.isBlank() || text.length() > TEXT_LIMIT
                ? Optional.of(Decision.refuse(Reason.INVALID_DATA, "Write 1 to " + TEXT_LIMIT + " characters, not blank."))
                : Optional.empty();
    }

    private Optional<Decision<InteractionEvent>> unfit(Destination to) {
        if (to instanceof Destination.Outside) {
            return Optional.of(Decision.refuse(Reason.INVALID_DATA,
                    "The destination " + to.address() + " is neither an agent nor a queue."));
        }
        Optional<AgentId> agent = agent(to);
        boolean there = agent.flatMap(state.messaging()::of).isPresent() || agent.flatMap(state.messaging()::invitationOf).isPresent();
        boolean asking = agent.isEmpty() && ContactRules.asking(state).isPresent();
        return there || asking
                ? Optional.of(Decision.refuse(Reason.WRONG_STATE,
                        "This agent takes part or is invited already, or a queue is invited already. Name another agent."))
                : Optional.empty();
    }

    private ParticipantInvited invited(AgentId by, Destination to, Purpose purpose) {
        Optional<Queueing> queue = queueing(to);
        return new ParticipantInvited(new Invitation(Ids.party(stamp.id(), "called"), purpose, agent(to), queue.map(Queueing::queue),
                Optional.of(by), false), queue);
    }

    private static Optional<AgentId> agent(Destination to) {
        return to instanceof Destination.Extension e ? Optional.of(e.agent()) : Optional.empty();
    }

    private Optional<Queueing> queueing(Destination to) {
        return to instanceof Destination.ToQueue q
                ? Optional.of(new Queueing(q.queue(), q.address(), q.wrapUp(), stamp.at(), true, Ids.party(stamp.id(), "queue")))
                : Optional.empty();
    }

    private static Action writing(Visibility visibility) {
        return visibility == Visibility.ALL ? Action.SEND_MESSAGE : Action.SEND_TO_AGENTS;
    }

    private long next() {
        return state.messaging().last() + 1;
    }

    private Decision<InteractionEvent> on(AgentId by, Action action, Function<AgentView, Decision<InteractionEvent>> then) {
        Optional<AgentView> at = AgentView.of(state, by);
        if (at.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + by + " does not have this interaction.");
        }
        if (action == Action.SEND_MESSAGE && state.medium() == Medium.CALLBACK) {
            return Decision.refuse(Reason.UNSUPPORTED, Customers.NOTHING_WRITTEN);
        }
        return InteractionActions.allows(at.orElseThrow(), action)
                ? then.apply(at.orElseThrow())
                : Decision.refuse(Reason.WRONG_STATE, Wording.needs(action) + " For agent " + by + " this " + Wording.of(state.medium())
                        + " is " + Wording.of(at.orElseThrow().member().phase()) + ".");
    }
}
