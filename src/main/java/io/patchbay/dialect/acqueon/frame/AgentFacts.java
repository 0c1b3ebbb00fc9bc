package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialog.AgentStatus;
import io.patchbay.dialog.Dialog;
import io.patchbay.door.Delivery;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.ContactEvent.DispositionSet;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.Ids;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.RecordingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an event tells of an agent beside its dialogs. */
record AgentFacts(AgentStates states, AgentId me) {
    List<Notice> of(AgentEvent event, Delivery step) {
        if (event instanceof AgentEvent.SessionEnded ended) {
            AgentState status = states.of(step.after(), step.recorded().at(), ended.reason());
            return List.of(Notice.of(channel -> channel.signedOut(status)));
        }
        if (event instanceof DeviceEvent.LegConnected) {
            return tethered(true);
        }
        if (event instanceof DeviceEvent.LegDisconnected || event instanceof DeviceEvent.LegFailed) {
            return tethered(false);
        }
        boolean changed = !states.shown(step.before()).equals(states.shown(step.after()));
        AgentState status = states.of(step.after(), step.recorded().at());
        return changed || AgentStatus.isAsked(event, step.after()) ? List.of(Notice.of(channel -> channel.state(status))) : List.of();
    }

    /** @param calls of the agent in the interaction */
    List<Notice> of(InteractionEvent event, Delivery step, List<Dialog> calls) {
        List<Notice> all = new ArrayList<>();
        if (event instanceof RecordingEvent.RecordingStarted) {
            calls.forEach(call -> all.add(Notice.of(channel -> channel.recorded(call))));
        }
        if (event instanceof DispositionSet set && set.agent().equals(me)) {
            all.add(Notice.of(channel -> channel.outcome(set.disposition())));
        }
        if (states.isMuted(step.before()) != states.isMuted(step.after())) {
            AgentState status = states.of(step.after(), step.recorded().at());
            all.add(Notice.of(channel -> channel.muted(status)));
        }
        return all;
    }

    private List<Notice> tethered(boolean connected) {
        TetheredCall call = new TetheredCall(Ids.digest("tethered:" + me).toUpperCase(Locale.ROOT), connected);
        return List.of(Notice.of(channel -> channel.tethered(call)));
    }
}
