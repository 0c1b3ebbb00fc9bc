package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.MessagingEvent;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The agents that may see one event of an interaction: those that have the interaction just before or just after it, and those that the
 * event names. Some events have a smaller audience. The supervisor sees events of its monitoring call; the monitored agent sees them
 * only while it is shown the supervisor (CHOREOGRAPHY B5). The completion by an agent has the same limit, because a silent supervisor
 * completes, too. The invitation of a supervisor to a messaging contact is for the supervisor. Entries for agents only are for joined
 * agents.
 *
 * @param before empty if it is not known, like {@code after}
 */
record Audience(Optional<Interaction> before, Optional<Interaction> after, Optional<InteractionEvent> event, JsonNode data) {

    Set<AgentId> agents() {
        Set<AgentId> seen = new LinkedHashSet<>();
        Optional<Call> listening = listening();
        Optional<AgentId> invited = supervisor();
        if (invited.isPresent()) {
            seen.add(invited.get());
        } else if (listening.isPresent()) {
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

    /** The monitoring call of a supervisor, if the event is about one. */
    private Optional<Call> listening() {
        return states().flatMap(state -> state.calls().stream()).filter(call -> call.monitoring().isPresent())
                .filter(call -> Stream.of("call", "monitor").anyMatch(name -> call.id().value().equals(data.path(name).textValue())))
                .findFirst();
    }

    /** The supervisor whose invitation to a messaging contact the event is about. Nobody else knows of it. */
    private Optional<AgentId> supervisor() {
        Optional<AgentId> about = event.flatMap(Audience::invited);
        return about.filter(agent -> states().anyMatch(state -> state.messaging().invitationOf(agent)
                .filter(invitation -> invitation.of().isPresent()).isPresent()));
    }

    private static Optional<AgentId> invited(InteractionEvent event) {
        return event instanceof MessagingEvent.ParticipantInvited asked ? asked.invitation().agent()
                : event instanceof MessagingEvent.InvitationFailed failed ? failed.agent()
                : event instanceof ContactEvent.Offered offered ? Optional.of(offered.agent())
                : event instanceof ContactEvent.Accepted accepted ? Optional.of(accepted.agent())
                : event instanceof ContactEvent.Rejected rejected ? Optional.of(rejected.agent())
                : event instanceof ContactEvent.OfferExpired expired ? Optional.of(expired.agent()) : Optional.empty();
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

    /** Such an event names the supervisor with the monitored agent, which may not know of it. */
    private Optional<AgentId> who() {
        try {
            return Optional.ofNullable(data.path(data.has("supervisor") ? "supervisor" : "agent").textValue()).map(AgentId::new);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Events that neither the customer nor an observing user may see. */
    static boolean isForAgentsOnly(JsonNode data) {
        return data.path("visibility").asText().equals("agents");
    }
}
