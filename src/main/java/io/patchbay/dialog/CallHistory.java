package io.patchbay.dialog;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Delivered;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyEvent.Conferenced;
import io.patchbay.model.PartyEvent.PartyMoved;
import io.patchbay.model.PartyEvent.Transferred;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a dialog shows of an agent's calls and the state does not keep: whether another agent brought this one into the call. Empty for an
 * encoder that begins later. Not thread-safe.
 */
final class CallHistory {
    private final AgentId me;
    private final Set<CallId> joined = new HashSet<>();

    CallHistory(AgentId me) {
        this.me = me;
    }

    /** Whether another agent brought this one into the call. */
    boolean hasJoined(CallId call) {
        return joined.contains(call);
    }

    void add(InteractionEvent event, Interaction before, Interaction after) {
        if (event instanceof Transferred transferred) {
            transferred.secondaryOldCall().ifPresent(second -> merged(before, transferred.resultingCall()));
        } else if (event instanceof Conferenced conferenced) {
            merged(before, conferenced.resultingCall());
        } else if (event instanceof PartyMoved moved && moved.agent().filter(me::equals).isPresent()) {
            joined.add(moved.call());
        } else if (event instanceof Delivered delivered && delivered.agent().filter(me::equals).isPresent()
                && delivered.queue().isEmpty() && after.call(delivered.call()).filter(call -> isAdded(call)).isPresent()) {
            joined.add(delivered.call());
        }
        List<CallId> present = after.callsOf(me).stream().map(Call::id).toList();
        before.callsOf(me).stream().map(Call::id).filter(call -> !present.contains(call)).forEach(joined::remove);
    }

    private boolean isAdded(Call call) {
        return call.purpose() != Call.Purpose.MONITOR && call.of(me).filter(leg -> !leg.called().equals(call.to())).isPresent();
    }

    private void merged(Interaction before, CallId first) {
        if (before.call(first).flatMap(call -> call.of(me)).isEmpty()) {
            joined.add(first);
        }
    }
}
