package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Accepted;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.ContactEvent.Offered;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.MessagingEvent.ParticipantJoined;
import io.patchbay.model.MessagingEvent.ParticipantLeft.Within;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Participant;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.Optional;

/** Offers of messaging contacts, the counterpart of {@link OfferRules} and {@link DataRules} for calls. */
record ContactOffers(Interaction state, Stamp stamp) {

    /** Empty where the contact waits for nothing from that agent. Who has not completed its earlier part has done so now, as in a call. */
    Optional<Decision<InteractionEvent>> alert(OfferCommand.Alert c) {
        if (state.member(c.agent()).filter(m -> !m.is(Member.Phase.ENDED)).isPresent()) {
            return Optional.empty();
        }
        return invitation(c).map(i -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            state.member(c.agent()).ifPresent(earlier -> story.add(new Completed(earlier.agent(), false)));
            return story.add(new Offered(c.agent(), c.channel(), i.id(), i.purpose(), i.by(), i.queue())).accepted();
        });
    }

    private Optional<Invitation> invitation(OfferCommand.Alert c) {
        if (c.queue().isEmpty()) {
            return state.messaging().invitationOf(c.agent()).filter(i -> !i.offered());
        }
        Optional<Invitation> asked = ContactRules.asking(state).filter(i -> !i.offered() && isAt(state.asking(), c));
        Invitation own = new Invitation(Ids.party(stamp.id(), "offered"), Purpose.SERVE, Optional.of(c.agent()),
                c.queue().map(QueuePlace::queue), Optional.empty(), false);
        return asked.or(() -> Optional.of(own).filter(i -> isAt(state.queue().filter(Queueing::waiting), c)));
    }

    private static boolean isAt(Optional<Queueing> queue, OfferCommand.Alert c) {
        return queue.map(Queueing::offeredAs).equals(c.queue());
    }

    Optional<Decision<InteractionEvent>> reserveRefused(OfferCommand.ReserveRefused c) {
        return state.messaging().invitationOf(c.agent()).filter(i -> !i.offered()).map(i -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at()).add(Departures.failed(i, c.cause()));
            if (!i.isBeside()) {
                departures(story).offerLost(i, c.agent(), c.cause());
            }
            return story.accepted();
        });
    }

    Decision<InteractionEvent> accept(DataCommand.Accept c) {
        return c.nickname().flatMap(MessagingRules::unfitNickname).orElseGet(() -> accepted(c.by(), c.nickname()));
    }

    private Decision<InteractionEvent> accepted(AgentId agent, Optional<String> nickname) {
        Invitation invitation = state.messaging().invitationOf(agent).orElseThrow();
        Accepted accepted = new Accepted(agent, invitation.id());
        String name = nickname.orElse(agent.value());
        return switch (invitation.purpose()) {
            case SERVE, TRANSFER, INVITE -> joined(accepted, Participant.agent(invitation.id(), agent, name, Visibility.ALL,
                    invitation.by()));
            case CONSULT -> joined(accepted, Participant.agent(invitation.id(), agent, name, Visibility.AGENTS, invitation.by()));
            case COACH -> joined(accepted, Participant.supervisor(invitation.id(), agent, name, Visibility.AGENTS));
            case BARGE_IN -> joined(accepted, Participant.supervisor(invitation.id(), agent, name, Visibility.ALL));
            case MONITOR -> Decision.accept(accepted);
        };
    }

    private Decision<InteractionEvent> joined(Accepted accepted, Participant participant) {
        return Decision.accept(accepted, new ParticipantJoined(state.messaging().last() + 1, participant, participant.agent(),
                participant.visibility(), stamp.at()));
    }

    Decision<InteractionEvent> reject(AgentId agent) {
        Invitation invitation = state.messaging().invitationOf(agent).orElseThrow();
        EventAccumulator story = new EventAccumulator(state, stamp.at()).add(new Rejected(agent, Optional.empty(), Optional.empty()));
        departures(story).offerLost(invitation, agent, Cause.REJECTED);
        return story.accepted();
    }

    Decision<InteractionEvent> complete(DataCommand.Complete c) {
        AgentId agent = c.by();
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        Within within = c.endsContact() && state.owner().filter(agent::equals).isPresent()
                ? departures(story).dismissed(agent, Cause.RELEASED) : Within.COMPLETION;
        if (state.messaging().of(agent).isPresent()) {
            departures(story).agent(agent, Cause.RELEASED, within);
        }
        return story.add(new Completed(agent, false)).accepted();
    }

    /** No client shows the offer any more (CHOREOGRAPHY A11). A queue that was asked for somebody looks on. */
    Decision<InteractionEvent> absent(Member offered) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        offerLost(story, offered.agent(), new OfferExpired(offered.agent(), Optional.empty(), Optional.empty()), Cause.UNAVAILABLE,
                Cause.UNAVAILABLE);
        return story.accepted();
    }

    private void offerLost(EventAccumulator story, AgentId agent, InteractionEvent asked, Cause own, Cause failure) {
        Invitation invitation = state.messaging().invitationOf(agent).orElseThrow();
        story.add(invitation.isAsking() ? asked : Departures.failed(invitation, own));
        if (!invitation.isBeside() || invitation.isAsking()) {
            departures(story).offerLost(invitation, agent, failure);
        }
    }

    /** An offer ends as rejected. A participating agent returns the customer to the queue (CHOREOGRAPHY A14). */
    Decision<InteractionEvent> signedOut(Member member) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        if (member.is(Member.Phase.OFFERED)) {
            offerLost(story, member.agent(), new Rejected(member.agent(), Optional.empty(), Optional.empty()), Cause.LOGOUT,
                    Cause.REJECTED);
        } else {
            if (state.messaging().of(member.agent()).isPresent()) {
                departures(story).agent(member.agent(), Cause.LOGOUT, Within.ITSELF);
            }
            story.add(new Completed(member.agent(), true));
        }
        return story.accepted();
    }

    private Departures departures(EventAccumulator story) {
        return new Departures(story, stamp.at());
    }
}
