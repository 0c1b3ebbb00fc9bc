package io.patchbay.rules.interaction;

import io.patchbay.model.Call;
import io.patchbay.model.Call.Monitoring;
import io.patchbay.model.CallEvent.Delivered;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.CallEvent.Originated;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyCommand.MonitorCall;
import io.patchbay.model.PartyEvent.MonitorStarted;
import io.patchbay.model.PartyEvent.MonitorStopped;
import io.patchbay.model.PartyEvent.PartyMoved;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * Monitoring by supervisors (CHOREOGRAPHY B5). A supervisor monitors in a separate call. The call answers itself and lasts as long as
 * the monitored agent is in conversation. A supervisor who barges in moves from there into the monitored call.
 */
record Monitors(Interaction state, Stamp stamp) {

    Decision<InteractionEvent> monitor(MonitorCall c) {
        Optional<Connection> heard = state.call(c.call()).filter(call -> call.purpose() != Call.Purpose.MONITOR)
                .flatMap(call -> call.of(c.agent())).filter(Connection::isAnswered).filter(leg -> !leg.isOf(c.by()));
        if (heard.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + c.agent() + " is not in conversation in call " + c.call() + ".");
        }
        List<Call> own = state.callsOf(c.by());
        if (own.isEmpty()) {
            return begun(c, heard.orElseThrow());
        }
        return own.get(0).monitoring().filter(m -> m.call().equals(c.call()) && m.agent().equals(c.agent()) && m.mode() != c.mode()
                        && own.get(0).of(c.by()).filter(Connection::isAnswered).isPresent())
                .map(m -> changed(c, own.get(0)))
                .orElseGet(() -> Decision.refuse(Reason.WRONG_STATE,
                        "Agent " + c.by() + " already takes part in this call or monitors it in this mode."));
    }

    private Decision<InteractionEvent> begun(MonitorCall c, Connection heard) {
        Connection leg = new Connection(Ids.party(stamp.id(), "called"), c.from(), Role.SUPERVISOR, Optional.of(c.by()), Optional.empty(),
                State.INITIATED);
        return Decision.accept(new Originated(Ids.call(stamp.id()), Call.Purpose.MONITOR, heard.address(), c.from(), List.of(leg),
                Optional.empty(), Optional.empty(), Optional.of(wanted(c)), Optional.empty()));
    }

    private Decision<InteractionEvent> changed(MonitorCall c, Call own) {
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        if (c.mode() == Monitoring.Mode.BARGE) {
            stopped(story, own, own.connections().get(0), Cause.TRANSFERRED);
        }
        started(story, own.monitoring(wanted(c)), own.monitoring().map(Monitoring::mode));
        return story.accepted();
    }

    private static Monitoring wanted(MonitorCall c) {
        return new Monitoring(c.call(), c.agent(), c.mode(), c.tell());
    }

    /** The supervisor has a slot: its call answers itself. */
    static void alerted(EventAccumulator story, Delivered delivered) {
        story.add(delivered);
        Connection leg = delivered.connection();
        story.add(new Established(delivered.call(), leg.id(), leg.address(), leg.agent(), Established.Form.AUTOMATIC));
        started(story, CallLegs.call(story.state(), delivered.call()), Optional.empty());
    }

    private static void started(EventAccumulator story, Call own, Optional<Monitoring.Mode> previous) {
        Monitoring what = own.monitoring().orElseThrow();
        Connection leg = own.connections().get(0);
        if (what.mode() == Monitoring.Mode.BARGE) {
            story.add(new PartyMoved(own.id(), what.call(), leg.id(), leg.address(), leg.agent()));
        } else {
            story.add(new MonitorStarted(what.call(), own.id(), leg.id(), leg.agent().orElseThrow(), what.agent(), what.mode(),
                    what.told(), previous));
        }
    }

    /** Ends what listens to nobody. */
    static void settle(EventAccumulator story) {
        for (Call own : story.state().calls()) {
            own.monitoring().filter(what -> !talks(story.state(), what)).ifPresent(what -> own.connections().forEach(leg -> {
                stopped(story, own, leg, Cause.REMOTE);
                story.add(Clearing.cleared(own.id(), leg, leg.isAnswered() ? Cause.REMOTE : Cause.ABANDONED));
            }));
        }
    }

    /** Said before the supervisor's leg goes; nothing, where it is no supervisor's or had not begun. */
    static void stopped(EventAccumulator story, Call own, Connection leg, Cause cause) {
        own.monitoring().filter(what -> leg.isAnswered()).ifPresent(what -> story.add(
                new MonitorStopped(what.call(), own.id(), leg.id(), leg.agent().orElseThrow(), what.agent(), cause)));
    }

    static boolean talks(Interaction state, Monitoring what) {
        return state.call(what.call()).flatMap(call -> call.of(what.agent())).filter(Connection::isAnswered).isPresent();
    }
}
