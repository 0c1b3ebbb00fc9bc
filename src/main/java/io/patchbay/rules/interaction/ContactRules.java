package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.Invitation;
import io.patchbay.model.Medium;
import java.util.Optional;
import java.util.stream.Stream;

/** The position of a messaging contact. All of it follows from its participants and invitations. */
final class ContactRules {

    private ContactRules() { }

    static boolean isContact(Interaction state) {
        return state.medium() != Medium.VOICE;
    }

    /** The agents that take part, the customer seeing them or not. Supervisors beside them do not count. */
    static Stream<Member> serving(Interaction state) {
        return state.members().stream().filter(Member::serves);
    }

    /** Whether it waits in its queue, or is offered from there. */
    static boolean isQueued(Interaction state) {
        return isUnserved(state) && state.queue().isPresent()
                && state.messaging().invitations().stream().allMatch(i -> i.queue().isPresent() && i.by().isEmpty());
    }

    /** Whether no agent serves the customer or is invited to, and there is no queue. */
    static boolean isAlone(Interaction state) {
        return isUnserved(state) && state.queue().isEmpty() && state.messaging().invitations().isEmpty();
    }

    private static boolean isUnserved(Interaction state) {
        return isContact(state) && state.isLive() && state.messaging().customer().isPresent() && serving(state).findAny().isEmpty();
    }

    /** The queue that looks for an agent beside those who are there, while it does. */
    static Optional<Invitation> asking(Interaction state) {
        return state.messaging().invitations().stream().filter(Invitation::isAsking).findFirst();
    }

    /** Its present queues. Derived after every event, so each prefix of a step leaves a contact that will be offered. */
    static Interaction waiting(Interaction state) {
        boolean queued = isQueued(state) && state.messaging().invitations().isEmpty();
        Optional<Invitation> asks = asking(state);
        Optional<Queueing> asked = state.asking().filter(q -> asks.isPresent())
                .map(q -> q.waiting(asks.filter(i -> !i.offered()).isPresent()));
        Interaction next = state.asking(asked);
        return next.queue().map(q -> next.in(q.waiting(queued))).orElse(next);
    }

    /** The agent has it no longer as an offer; where a queue was asked for somebody, it looks on. */
    static Interaction withoutOffer(Interaction state, AgentId agent) {
        Interaction left = state.without(agent);
        return state.messaging().invitationOf(agent).map(i -> left.with(i.isAsking()
                ? state.messaging().with(i.goesOn())
                : state.messaging().withoutInvitation(i.id()))).orElse(left);
    }
}
