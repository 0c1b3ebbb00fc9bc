package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Held;
import io.patchbay.model.CallEvent.Originated;
import io.patchbay.model.CallEvent.Retrieved;
import io.patchbay.model.CallEvent.Within;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyEvent.Conferenced;
import io.patchbay.model.PartyEvent.Transferred;
import io.patchbay.model.Reason;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A second call beside the first: how it begins and how the two become one. The older of the two goes on (CHOREOGRAPHY A3). */
record TwoCallRules(Interaction state, Stamp stamp) implements TwoCallCommand.Cases<Decision<InteractionEvent>> {

    @Override
    public Decision<InteractionEvent> consult(TwoCallCommand.ConsultationCall c) {
        return on(c.by(), Action.CONSULTATION_CALL, "A consultation starts from one original call, connected or held", at -> {
            if (Destinations.isOwn(c.by(), c.to())) {
                return Destinations.ownExtension();
            }
            Destinations called = Destinations.by(c.by(), c.to(), state, stamp);
            return called.queued().isPresent() && at.isInQueue()
                    ? Decision.refuse(Reason.WRONG_STATE,
                            "The interaction already waits in a queue. Consult an agent or an outside number instead.")
                    : consulted(c, at, called);
        });
    }

    private Decision<InteractionEvent> consulted(TwoCallCommand.ConsultationCall c, AgentView at, Destinations called) {
        Call first = at.calls().findFirst().orElseThrow();
        Connection leg = at.leg(first).orElseThrow();
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        if (leg.is(State.CONNECTED)) {
            story.add(new Held(first.id(), leg.id(), leg.address(), leg.agent(), Within.CONSULTATION));
        }
        CallId second = Ids.call(stamp.id());
        Connection caller = new Connection(Ids.party(stamp.id(), "caller"), leg.address(), Role.AGENT, Optional.of(c.by()),
                Optional.empty(), State.INITIATED);
        story.add(new Originated(second, Call.Purpose.CONSULT, leg.address(), c.to().address(), List.of(caller, called.leg()),
                Optional.of(at.member().focusedOn(Optional.of(second))), Optional.of(c.purpose()), Optional.empty(), called.queueing()));
        called.fails().ifPresent(cause -> Clearing.fail(story, second, called.leg(), cause));
        return story.accepted();
    }

    @Override
    public Decision<InteractionEvent> alternate(TwoCallCommand.AlternateCall c) {
        return on(c.by(), Action.ALTERNATE_CALL, "Alternating needs one held and one connected call", at -> {
            Call talking = at.calls().filter(call -> at.has(call, State.CONNECTED)).findFirst().orElseThrow();
            Call held = at.calls().filter(call -> at.has(call, State.HELD)).findFirst().orElseThrow();
            Connection from = at.leg(talking).orElseThrow();
            Connection to = at.leg(held).orElseThrow();
            return Decision.accept(new Held(talking.id(), from.id(), from.address(), from.agent(), Within.ALTERNATION),
                    new Retrieved(held.id(), to.id(), to.address(), to.agent(), Within.ALTERNATION));
        });
    }

    @Override
    public Decision<InteractionEvent> transfer(TwoCallCommand.TransferCall c) {
        boolean early = c.whileRinging() && InteractionActions.allowsEarlyTransfer(state, c.by());
        Function<AgentView, Decision<InteractionEvent>> then = at -> {
            List<Call> pair = at.calls().toList();
            CallId first = pair.get(0).id();
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            story.add(new Transferred(first, Optional.of(pair.get(1).id()), first, c.by(), List.of(), Optional.empty()));
            Clearing.settle(story, first, Cause.REMOTE, Cause.TRANSFERRED);
            return story.accepted();
        };
        return early ? then.apply(AgentView.of(state, c.by()).orElseThrow())
                : on(c.by(), Action.TRANSFER_CALL, "A transfer needs one held and one connected call, and nobody waiting in a queue", then);
    }

    @Override
    public Decision<InteractionEvent> conference(TwoCallCommand.ConferenceCall c) {
        return on(c.by(), Action.CONFERENCE_CALL,
                "A conference needs one held and one connected call, and nobody waiting in a queue", at -> {
            List<Call> pair = at.calls().toList();
            CallId first = pair.get(0).id();
            return Decision.accept(new Conferenced(first, pair.get(1).id(), first, c.by()));
        });
    }

    private Decision<InteractionEvent> on(AgentId by, Action action, String needs, Function<AgentView, Decision<InteractionEvent>> then) {
        Optional<AgentView> at = AgentView.of(state, by);
        if (at.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + by + " does not have this interaction.");
        }
        return InteractionActions.allows(at.orElseThrow(), action)
                ? then.apply(at.orElseThrow())
                : Decision.refuse(Reason.WRONG_STATE, needs + ". Agent " + by + " has " + at.orElseThrow().legs() + ".");
    }
}
