package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.OwnerChanged;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Invitation;
import io.patchbay.model.MessagingEvent.Closed;
import io.patchbay.model.MessagingEvent.InvitationFailed;
import io.patchbay.model.MessagingEvent.ParticipantLeft;
import io.patchbay.model.MessagingEvent.ParticipantLeft.Within;
import io.patchbay.model.MessagingEvent.VisibilityChanged;
import io.patchbay.model.Participant;
import io.patchbay.model.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends the participation in a messaging contact, its consequences and the contact (CHOREOGRAPHY D1). */
record Departures(EventAccumulator story, Instant at) {

    /** The customer goes. Who serves it stays until it completes, and may be joined; where nobody does, nobody is asked any more. */
    void customer(Participant customer) {
        boolean served = ContactRules.serving(now()).findAny().isPresent();
        Cause cause = served ? Cause.REMOTE : Cause.ABANDONED;
        story.add(left(customer, cause, Within.ITSELF));
        if (!served) {
            nobodyIsAsked();
        }
        story.add(new Closed(cause));
        if (!served) {
            story.add(new Ended(cause));
        }
    }

    /**
     * An agent leaves. Its open invitations and those of its supervisors end, and supervisors who do not serve the customer go first. A
     * consulted agent replaces it if no other agent is visible. Before the last agent leaves, the contact is closed, so it never waits
     * for another one.
     */
    void agent(AgentId agent, Cause cause, Within within) {
        withdraw(agent);
        watching(agent);
        Optional<Participant> gone = now().messaging().of(agent);
        gone.ifPresent(participant -> {
            List<Participant> others = now().messaging().agents(Visibility.ALL).filter(p -> !p.isOf(agent)).toList();
            Optional<Participant> successor = now().messaging().agents(Visibility.AGENTS).findFirst().filter(p -> others.isEmpty());
            successor.ifPresent(next -> seen(next, Optional.of(agent)));
            boolean last = ContactRules.serving(now()).allMatch(m -> m.agent().equals(agent));
            if (last && cause != Cause.LOGOUT && cause != Cause.TRANSFERRED) {
                closed(cause);
            }
            story.add(left(participant, cause, successor.isPresent() && within == Within.ITSELF ? Within.SUCCESSION : within));
        });
        settle(cause);
    }

    /** An agent transfers the contact to a new one: it leaves, then consulted agents do. Agents that the customer sees stay. */
    void transferring(AgentId by) {
        withdraw(by);
        watching(by);
        Stream.concat(now().messaging().of(by).stream(), now().messaging().agents(Visibility.AGENTS)).toList()
                .forEach(gone -> story.add(left(gone, Cause.TRANSFERRED, Within.ITSELF)));
        settle(Cause.TRANSFERRED);
    }

    private void withdraw(AgentId by) {
        now().messaging().invitations().stream().filter(i -> i.isBy(by) && i.isBeside() || i.isOf(by))
                .forEach(i -> story.add(failed(i, Cause.ABANDONED)));
    }

    private void watching(AgentId agent) {
        now().members().stream().filter(m -> m.is(Member.Phase.ACTIVE) && m.watched().filter(agent::equals).isPresent()).forEach(m -> {
            now().messaging().of(m.agent()).ifPresent(coach -> story.add(left(coach, Cause.REMOTE, Within.COMPLETION)));
            story.add(new Completed(m.agent(), false));
        });
    }

    /** The customer sees an agent from now on. @param inPlaceOf the agent that leaves for it */
    void seen(Participant agent, Optional<AgentId> inPlaceOf) {
        story.add(new VisibilityChanged(next(), agent.id(), agent.agent(), Visibility.ALL, inPlaceOf, at));
    }

    /** The offer of this invitation came to nothing, by an event that took it away. */
    void offerLost(Invitation lost, AgentId agent, Cause cause) {
        if (lost.queue().isPresent()) {
            lost.queue().ifPresent(q -> story.add(new Requeued(q, Optional.of(agent), cause == Cause.UNAVAILABLE)));
            return;
        }
        switch (lost.purpose()) {
            case SERVE -> over(cause == Cause.EXPIRED ? Cause.NO_ANSWER : cause);
            case TRANSFER -> waitsAgain();
            case CONSULT, INVITE, MONITOR, COACH, BARGE_IN -> story.add(failed(lost, cause));
        }
    }

    static InvitationFailed failed(Invitation invitation, Cause cause) {
        return new InvitationFailed(invitation.id(), invitation.purpose(), invitation.agent(), invitation.by(), cause);
    }

    /** Back to the head of its queue; without one the customer waits a while for nobody (CHOREOGRAPHY D1). */
    void waitsAgain() {
        if (ContactRules.serving(now()).findAny().isEmpty() && now().messaging().customer().isPresent()) {
            now().queue().ifPresent(q -> story.add(new Requeued(q.queue(), Optional.empty())));
        }
    }

    void over(Cause cause) {
        closed(cause);
        nobodyIsAsked();
        story.add(new Ended(cause));
    }

    /**
     * An agent that leaves, too, ends the contact for the customer. Other agents are told as if the customer had left. Returns the request
     * of which its own leaving is a part then. Its supervisors go before the customer, because who is told that the customer left sees
     * the participants as they are without the agent, and nobody may leave between.
     */
    Within dismissed(AgentId by, Cause cause) {
        boolean shared = ContactRules.serving(now()).anyMatch(m -> !m.agent().equals(by)) && now().messaging().customer().isPresent();
        if (shared) {
            watching(by);
            dismissed(cause, Within.DISMISSAL);
        } else {
            closed(cause);
        }
        return shared ? Within.DISMISSAL : Within.COMPLETION;
    }

    /** The contact ends for the customer. The agents are told as if the customer had left. */
    void dismissed(Cause cause, Within within) {
        now().messaging().customer().ifPresent(customer -> {
            story.add(left(customer, cause, within));
            story.add(new Closed(cause));
        });
    }

    /** The customer is no longer there; nothing where it had gone before. */
    void closed(Cause cause) {
        if (now().messaging().customer().isPresent()) {
            story.add(new Closed(cause));
        }
    }

    private void settle(Cause cause) {
        List<AgentId> there = ContactRules.serving(now()).map(Member::agent).toList();
        boolean owned = now().owner().filter(there::contains).isPresent();
        if (!there.isEmpty() && !owned) {
            story.add(new OwnerChanged(now().messaging().agents(Visibility.ALL).findFirst().flatMap(Participant::agent)
                    .orElse(there.get(0))));
        } else if (there.isEmpty() && cause == Cause.LOGOUT && now().messaging().customer().isPresent()) {
            nobodyIsAsked();
            waitsAgain();
        } else if (there.isEmpty() && cause != Cause.TRANSFERRED) {
            over(cause);
        }
    }

    private void nobodyIsAsked() {
        now().messaging().invitations().forEach(i -> story.add(failed(i, Cause.ABANDONED)));
    }

    private ParticipantLeft left(Participant participant, Cause cause, Within within) {
        return new ParticipantLeft(next(), participant.id(), participant.agent(), participant.visibility(), cause, within, at);
    }

    private long next() {
        return now().messaging().last() + 1;
    }

    private Interaction now() {
        return story.state();
    }
}
