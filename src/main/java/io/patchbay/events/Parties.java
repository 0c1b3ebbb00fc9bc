package io.patchbay.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.json.ModelJson;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.rules.interaction.InteractionRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds the events of each interaction to its participants and finds repeats. An agent sees an interaction from the event that gives it
 * an offer or a leg to the event that ends the last of these, the end of the interaction, and its own later actions. If the beginning
 * of an interaction was not read, an agent sees the events that name it. For one reader only.
 */
final class Parties {
    private static final int REMEMBERED = 100_000;

    private final InteractionRules rules = new InteractionRules();
    private final Map<String, Known> subjects = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param state empty if it is not known or no longer needed */
    private record Known(EventId last, Optional<Interaction> state) { }

    /** Sets the state up to this number, unless a later one is known. Events up to it are repeats now. */
    void snapshot(String interaction, StateSnapshot snapshot) {
        EventId last = new EventId(interaction, snapshot.era(), snapshot.number());
        Known known = subjects.get(interaction);
        if (snapshot.state() instanceof Interaction state && (known == null || last.isAfter(known.last()))) {
            subjects.put(interaction, new Known(last, useful(state)));
        }
    }

    /** Whether an event of an agent is a repeat. */
    boolean isRepeat(EventId id) {
        Known known = subjects.get(id.subject());
        if (known != null && !id.isAfter(known.last())) {
            return true;
        }
        subjects.put(id.subject(), new Known(id, Optional.empty()));
        return false;
    }

    /** The agents that may see this event of an interaction. Empty for a repeat. */
    Optional<Set<AgentId>> of(EventId id, String type, JsonNode data) {
        Known known = subjects.get(id.subject());
        if (known != null && !id.isAfter(known.last())) {
            return Optional.empty();
        }
        Optional<Interaction> before = before(id, known);
        Optional<InteractionEvent> event = EventNames.ofInteraction(type).flatMap(found -> read(data, found));
        Optional<Interaction> after = before.flatMap(state -> event.flatMap(e -> evolved(state, e)));
        subjects.put(id.subject(), new Known(id, after.flatMap(Parties::useful)));
        return Optional.of(new Audience(before, after, event, data).agents());
    }

    private static Optional<Interaction> before(EventId id, Known known) {
        boolean begins = id.number() == 1;
        if (begins) {
            return Optional.of(Interaction.NEW);
        }
        return known != null && id.number() == known.last().number() + 1 ? known.state() : Optional.empty();
    }

    /** Whom an event concerns does not depend on when it happened. */
    private Optional<Interaction> evolved(Interaction state, InteractionEvent event) {
        try {
            return Optional.of(rules.evolve(state, event, Instant.EPOCH));
        } catch (RuntimeException doesNotFollow) {
            return Optional.empty();
        }
    }

    private static Optional<InteractionEvent> read(JsonNode data, Class<? extends InteractionEvent> type) {
        try {
            return Optional.of(ModelJson.text().treeToValue(data, type));
        } catch (JsonProcessingException | IllegalArgumentException unlikeTheModel) {
            return Optional.empty();
        }
    }

    /** Of an ended interaction only the last event id is kept. */
    private static Optional<Interaction> useful(Interaction state) {
        return Optional.of(state).filter(s -> s.phase() != Interaction.Phase.ENDED || !s.members().isEmpty());
    }
}
