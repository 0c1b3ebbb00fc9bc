package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deadlines of an interaction: {@code offer:<connection>} for an agent to take a call, {@code far:<connection>} for an outside party to
 * do what its number does; beside these those of {@link ContactDeadlines}. A party of a manual number is waited for without end: the
 * platform acts for it.
 */
final class InteractionDeadlines {

    private InteractionDeadlines() { }

    static Map<String, Duration> of(Interaction state) {
        Map<String, Duration> deadlines = new LinkedHashMap<>();
        all(state).forEach(due -> deadlines.put(due.id(), due.after()));
        return deadlines;
    }

    static Optional<Due> due(Interaction state, String id) {
        return all(state).filter(due -> due.id().equals(id)).findFirst();
    }

    private static Stream<Due> all(Interaction state) {
        Stream<Due> calls = state.calls().stream()
                .flatMap(call -> call.in(Connection.State.ALERTING).flatMap(leg -> of(state, call, leg)));
        return Stream.concat(calls, ContactDeadlines.of(state));
    }

    private static Stream<Due> of(Interaction state, Call call, Connection leg) {
        Stream<Due> offer = leg.agent().stream().map(agent -> new Offer(call, leg, agent, state.terms().offerTimeout()));
        Stream<Due> far = leg.farEnd().stream().filter(end -> end.kind() != FarEnd.Kind.MANUAL).map(end -> new Far(call, leg, end));
        return Stream.concat(offer, far);
    }

    /** One deadline and what comes of it. */
    interface Due {
        String id();

        Duration after();

        void passed(EventAccumulator story, Instant at);
    }

    private record Offer(Call call, Connection leg, AgentId agent, Duration after) implements Due {
        @Override
        public String id() {
            return "offer:" + leg.id();
        }

        @Override
        public void passed(EventAccumulator story, Instant at) {
            story.add(new OfferExpired(agent, Optional.of(call.id()), Optional.of(leg.id())));
            Clearing.offerLost(story, call.id(), leg, Cause.NO_ANSWER);
        }
    }

    private record Far(Call call, Connection leg, FarEnd end) implements Due {
        @Override
        public String id() {
            return "far:" + leg.id();
        }

        @Override
        public Duration after() {
            return end.after();
        }

        @Override
        public void passed(EventAccumulator story, Instant at) {
            fails().ifPresentOrElse(cause -> Clearing.fail(story, call.id(), leg, cause),
                    () -> story.add(new Established(call.id(), leg.id(), leg.address(), leg.agent(), Established.Form.FAR_END)));
        }

        private Optional<Cause> fails() {
            return switch (end.kind()) {
                case ANSWERS -> Optional.empty();
                case BUSY -> Optional.of(Cause.BUSY);
                case NO_ANSWER -> Optional.of(Cause.NO_ANSWER);
                case INVALID -> Optional.of(Cause.INVALID);
                case MANUAL -> throw new IllegalStateException("nothing waits for a party of a manual number");
            };
        }
    }
}
