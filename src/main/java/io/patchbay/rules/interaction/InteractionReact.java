package io.patchbay.rules.interaction;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Engage;
import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.QueueReserveRefused;
import io.patchbay.model.RecordingEvent;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follow-ups to agents and queues. An agent gets exactly one release for each reservation. A signed-out agent gets none, because its
 * cell has released it already.
 */
record InteractionReact(Interaction before, Interaction after, InteractionId self)
        implements ContactEvent.Cases<List<FollowUp>>, CallEvent.Cases<List<FollowUp>> {

    static List<FollowUp> react(Interaction before, InteractionEvent event, Interaction after, Subject self) {
        InteractionReact react = new InteractionReact(before, after, self.interaction());
        List<FollowUp> asked = event.family(new InteractionEvent.Families<>() {
            @Override
            public List<FollowUp> contact(ContactEvent e) {
                return e.match(react);
            }

            @Override
            public List<FollowUp> call(CallEvent e) {
                return e.match(react);
            }

            @Override
            public List<FollowUp> party(PartyEvent e) {
                return e.match(new PartyReact(react));
            }

            @Override
            public List<FollowUp> recording(RecordingEvent e) {
                return List.of();
            }

            @Override
            public List<FollowUp> messaging(MessagingEvent e) {
                return e.match(new MessagingReact(react));
            }
        });
        MessagingReact contact = new MessagingReact(react);
        return ContactRules.isContact(after)
                ? Stream.of(asked.stream(), contact.queues(), contact.page()).flatMap(all -> all).toList()
                : Stream.concat(react.leftQueue(), asked.stream()).toList();
    }

    @Override
    public List<FollowUp> created(ContactEvent.Created e) {
        return List.of();
    }

    @Override
    public List<FollowUp> ownerChanged(ContactEvent.OwnerChanged e) {
        return List.of();
    }

    @Override
    public List<FollowUp> queued(CallEvent.CallQueued e) {
        return enqueued();
    }

    @Override
    public List<FollowUp> muted(CallEvent.Muted e) {
        return List.of();
    }

    @Override
    public List<FollowUp> unmuted(CallEvent.Unmuted e) {
        return List.of();
    }

    @Override
    public List<FollowUp> dtmfSent(CallEvent.DtmfSent e) {
        return List.of();
    }

    @Override
    public List<FollowUp> queued(ContactEvent.Queued e) {
        return ContactRules.isContact(after) ? List.of() : enqueued();
    }

    @Override
    public List<FollowUp> requeued(ContactEvent.Requeued e) {
        return e.tried().flatMap(agent -> after.queueing().map(q -> FollowUp.to(Subject.of(e.queue()), e.absent()
                ? new QueueReserveRefused(self, agent, q.place()) : new GiveBack(self, agent, q.place())))).stream().toList();
    }

    @Override
    public List<FollowUp> offered(ContactEvent.Offered e) {
        return List.of();
    }

    @Override
    public List<FollowUp> accepted(ContactEvent.Accepted e) {
        return after.member(e.agent()).stream().map(m -> to(m, new Engage(self, m.channel()))).toList();
    }

    @Override
    public List<FollowUp> transferred(ContactEvent.InteractionTransferred e) {
        return List.of();
    }

    @Override
    public List<FollowUp> rejected(ContactEvent.Rejected e) {
        return released(e.agent());
    }

    @Override
    public List<FollowUp> offerExpired(ContactEvent.OfferExpired e) {
        return released(e.agent());
    }

    @Override
    public List<FollowUp> dataChanged(ContactEvent.DataChanged e) {
        return List.of();
    }

    @Override
    public List<FollowUp> dispositionSet(ContactEvent.DispositionSet e) {
        return List.of();
    }

    @Override
    public List<FollowUp> scriptSignalled(ContactEvent.ScriptSignalled e) {
        return List.of();
    }

    @Override
    public List<FollowUp> ended(ContactEvent.Ended e) {
        return List.of();
    }

    @Override
    public List<FollowUp> completed(ContactEvent.Completed e) {
        return e.signedOut() ? List.of() : before.member(e.agent()).map(m -> to(m, new Forget(self, m.channel()))).stream().toList();
    }

    /** Reserves the called agents. The dialling agent has its slot. */
    @Override
    public List<FollowUp> originated(CallEvent.Originated e) {
        Call call = CallLegs.call(after, e.call());
        Stream<FollowUp> called = PartyReact.called(after, call.called(), self);
        return Stream.concat(called, e.asking().stream().map(q -> PartyReact.enqueued(after, q, self))).toList();
    }

    @Override
    public List<FollowUp> delivered(CallEvent.Delivered e) {
        return List.of();
    }

    @Override
    public List<FollowUp> established(CallEvent.Established e) {
        return e.agent().flatMap(after::member).stream().map(m -> to(m, new Engage(self, m.channel()))).toList();
    }

    @Override
    public List<FollowUp> held(CallEvent.Held e) {
        return List.of();
    }

    @Override
    public List<FollowUp> retrieved(CallEvent.Retrieved e) {
        return List.of();
    }

    @Override
    public List<FollowUp> connectionCleared(CallEvent.ConnectionCleared e) {
        return e.cause() == Cause.LOGOUT ? List.of() : e.agent().stream().flatMap(a -> released(a).stream()).toList();
    }

    /** A failed leg was never alerted: its agent reserved nothing, or is refused when it reports that it did. */
    @Override
    public List<FollowUp> failed(CallEvent.Failed e) {
        return List.of();
    }

    /** The agent that forwarded the call had reserved nothing. */
    @Override
    public List<FollowUp> diverted(CallEvent.Diverted e) {
        return Stream.concat(PartyReact.called(after, Stream.of(e.to()), self),
                e.queueing().stream().map(q -> PartyReact.enqueued(after, q, self))).toList();
    }

    private List<FollowUp> enqueued() {
        return after.queue().map(q -> PartyReact.enqueued(after, q, self)).stream().toList();
    }

    /**
     * The queue has nobody waiting for it any more, whatever ended that. The queue is informed first, with the last other party of the
     * call and not with its own leg. Otherwise an idle agent that called the queue would be offered its own call.
     */
    private Stream<FollowUp> leftQueue() {
        return waits(before) && !waits(after)
                ? before.queueing().stream().map(q -> PartyReact.left(before, after, q, self)) : Stream.of();
    }

    private static boolean waits(Interaction state) {
        return state.calls().stream().anyMatch(call -> call.isQueued()
                && call.connections().stream().anyMatch(leg -> !leg.is(Connection.State.QUEUED) && !leg.is(Connection.State.FAILED)));
    }

    /** Present only when this very event took the agent's last part in it; an offer never taken is not kept. */
    List<FollowUp> released(AgentId agent) {
        Optional<Member> tookPart = before.member(agent).filter(m -> !m.is(Member.Phase.ENDED));
        boolean takesPart = after.member(agent).filter(m -> !m.is(Member.Phase.ENDED)).isPresent();
        return tookPart.filter(m -> !takesPart)
                .map(m -> to(m, new Release(self, m.channel(), after.member(agent).isPresent()))).stream().toList();
    }

    private static FollowUp to(Member member, AgentCommand command) {
        return FollowUp.to(Subject.of(member.agent()), command);
    }
}
