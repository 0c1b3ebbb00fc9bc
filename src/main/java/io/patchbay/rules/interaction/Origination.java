package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call.Purpose;
import io.patchbay.model.CallEvent.Originated;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Created;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.Originate;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The beginning of an interaction: a customer calls, or an agent dials. */
record Origination(Interaction state, Stamp stamp) {

    Decision<InteractionEvent> byCustomer(ContactArrived c) {
        if (c.medium() != Medium.VOICE) {
            return Decision.refuse(Reason.UNSUPPORTED,
                    "A contact of medium " + Wording.of(c.medium()) + " is not a call. Start it as a messaging contact.");
        }
        if (c.to() instanceof Destination.Outside) {
            return Decision.refuse(Reason.INVALID_DATA,
                    "A customer can call an extension or a queue. " + c.to().address() + " is neither.");
        }
        Connection customer = new Connection(callerId(), c.from(), Role.CUSTOMER, Optional.empty(), Optional.empty(), State.CONNECTED);
        Destinations called = Destinations.at(c.to(), Optional.empty(), stamp);
        return begin(new Start(Direction.INBOUND, c.from(), c.to().address(), customer, Optional.empty(), c.data(), c.terms()), called);
    }

    Decision<InteractionEvent> byAgent(Originate c) {
        Optional<AgentId> agent = Optional.of(c.agent());
        Connection caller = new Connection(callerId(), c.from(), Role.AGENT, agent, Optional.empty(), State.INITIATED);
        Member member = new Member(c.agent(), c.channel(), Member.Phase.ACTIVE, Optional.of(callId()));
        Destinations called = Destinations.at(c.to(), agent, stamp);
        return begin(new Start(called.direction(), c.from(), c.to().address(), caller, Optional.of(member), c.data(), c.terms()), called);
    }

    private record Start(Direction direction, Address from, Address to, Connection caller, Optional<Member> by, Map<String, String> data,
                         ContactPolicy terms) { }

    private Decision<InteractionEvent> begin(Start start, Destinations called) {
        if (state.phase() != Interaction.Phase.NEW) {
            return Decision.refuse(Reason.WRONG_STATE, "This interaction exists already. Start a new one.");
        }
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        story.add(new Created(Medium.VOICE, start.direction(), data(start, called), start.terms()));
        called.queued().ifPresent(story::add);
        story.add(new Originated(callId(), Purpose.PRIMARY, start.from(), start.to(), List.of(start.caller(), called.leg()), start.by()));
        called.fails().ifPresent(cause -> Clearing.fail(story, callId(), called.leg(), cause));
        return story.accepted();
    }

    private static Map<String, String> data(Start start, Destinations called) {
        Map<String, String> data = new LinkedHashMap<>(start.data());
        data.put("ANI", start.from().value());
        data.put("DNIS", start.to().value());
        called.queued().ifPresent(q -> data.put("queue", q.queue().value()));
        return data;
    }

    private CallId callId() {
        return Ids.call(stamp.id());
    }

    private PartyId callerId() {
        return Ids.party(stamp.id(), "caller");
    }
}
