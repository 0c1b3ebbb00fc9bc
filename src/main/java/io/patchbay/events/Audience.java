package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom one event of an interaction is about: who has it just before or just after, and whom the event names. Fewer where the others shall
 * not know. A supervisor's call to listen is the supervisor's, and the listened agent's where it is shown that (CHOREOGRAPHY B5); so is,
 * for the same reason, that an agent completed: a supervisor who only listened does. What is for agents only is for those who joined.
 *
 * @param before empty where it is not known, like {@code after}
 */
record Audience(Optional<Interaction> before, Optional<Interaction> after, Optional<InteractionEvent> event, JsonNode data) {

    Set<AgentId> agents() {
        Set<AgentId> seen = new LinkedHashSet<>();
        Optional<Call> listening = listening();
        if (listening.isPresent()) {
            listening.get().connections().forEach(leg -> leg.agent().ifPresent(seen::add));
            listening.get().monitoring().filter(Call.Monitoring::isShown).ifPresent(shown -> seen.add(shown.agent()));
        } else {
            who().ifPresent(seen::add);
            Predicate<Member> hears = hears();
            states().flatMap(state -> state.members().stream()).filter(hears).map(Member::agent).forEach(seen::add);
        }
        return seen;
    }

    private Stream<Interaction> states() {
        return Stream.concat(after.stream(), before.stream());
    }

    /** The supervisor's own call, where the event is about that. */
    private Optional<Call> listening() {
        return states().flatMap(state -> state.calls().stream()).filter(call -> call.monitoring().isPresent())
                .filter(call -> Stream.of("call", "monitor").anyMatch(name -> call.id().value().equals(data.path(name).textValue())))
                .findFirst();
    }

    private Predicate<Member> hears() {
        if (event.filter(ContactEvent.Completed.class::isInstance).isPresent()) {
            return member -> false;
        }
        if (event.filter(ContactEvent.Ended.class::isInstance).isPresent()) {
            return member -> true;
        }
        return isForAgentsOnly(data) ? member -> member.is(Member.Phase.ACTIVE) : member -> !member.is(Member.Phase.ENDED);
    }

    /** Who listens is named with the agent it listens to, which may not know. */
    private Optional<AgentId> who() {
        try {
            return Optional.ofNullable(data.path(data.has("supervisor") ? "supervisor" : "agent").textValue()).map(AgentId::new);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What the customer is not told, nor who only watches. */
    static boolean isForAgentsOnly(JsonNode data) {
        return data.path("visibility").asText().equals("agents");
    }
}
