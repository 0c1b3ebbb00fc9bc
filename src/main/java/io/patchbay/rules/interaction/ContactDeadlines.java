package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.Interaction;
import io.patchbay.model.Invitation;
import io.patchbay.rules.interaction.InteractionDeadlines.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deadlines of a messaging contact: {@code offer:<participant>} for an agent to take it, {@code asked:<participant>} for a queue to
 * find somebody, {@code alone:<index>} for anybody at all where there is no queue (CHOREOGRAPHY D1).
 */
final class ContactDeadlines {

    private static final Duration ALONE = Duration.ofMinutes(5);

    private ContactDeadlines() { }

    static Stream<Due> of(Interaction state) {
        Stream<Due> invited = state.messaging().invitations().stream().flatMap(i -> i.agent().isPresent()
                ? i.agent().stream().filter(agent -> i.offered()).map(agent -> new Offered(state, i, agent))
                : Stream.of(new Asked(state, i)));
        return ContactRules.isAlone(state) ? Stream.of(new Alone(state.messaging().last())) : invited;
    }

    private record Offered(Interaction state, Invitation invitation, AgentId agent) implements Due {
        @Override
        public String id() {
            return "offer:" + invitation.id();
        }

        @Override
        public Duration after() {
            return state.terms().offerTimeout();
        }

        @Override
        public void passed(EventAccumulator story, Instant at) {
            story.add(new OfferExpired(agent, Optional.empty(), Optional.empty()));
            new Departures(story, at).offerLost(invitation, agent, Cause.EXPIRED);
        }
    }

    private record Asked(Interaction state, Invitation invitation) implements Due {
        @Override
        public String id() {
            return "asked:" + invitation.id();
        }

        @Override
        public Duration after() {
            return state.terms().offerTimeout();
        }

        @Override
        public void passed(EventAccumulator story, Instant at) {
            story.add(Departures.failed(invitation, Cause.NO_ANSWER));
        }
    }

    private record Alone(long index) implements Due {
        @Override
        public String id() {
            return "alone:" + index;
        }

        @Override
        public Duration after() {
            return ALONE;
        }

        @Override
        public void passed(EventAccumulator story, Instant at) {
            new Departures(story, at).over(Cause.NO_ANSWER);
        }
    }
}
