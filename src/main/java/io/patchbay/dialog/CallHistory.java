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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an agent's calls were, as far as a dialog shows it and the state does not keep it: the call that ended in them, and whether the
 * agent came to them from another call. Empty for an encoder that begins later. Not thread-safe.
 */
final class CallHistory {
    private final AgentId me;
    private final Map<CallId, CallId> secondary = new HashMap<>();
    private final Set<CallId> joined = new HashSet<>();

    CallHistory(AgentId me) {
        this.me = me;
    }

    Optional<CallId> secondary(CallId call) {
        return Optional.ofNullable(secondary.get(call));
    }

    /** Whether another agent brought this one into the call. */
    boolean hasJoined(CallId call) {
        return joined.contains(call);
    }

    void add(InteractionEvent event, Interaction before, Interaction after) {
        if (event instanceof Transferred transferred) {
            transferred.secondaryOldCall().ifPresent(second -> merged(before, second, transferred.resultingCall()));
        } else if (event instanceof Conferenced conferenced) {
            merged(before, conferenced.secondaryOldCall(), conferenced.resultingCall());
        } else if (event instanceof PartyMoved moved && moved.agent().filter(me::equals).isPresent()) {
            joined.add(moved.call());
        } else if (event instanceof Delivered delivered && delivered.agent().filter(me::equals).isPresent()
                && delivered.queue().isEmpty() && after.call(delivered.call()).filter(call -> isAdded(call)).isPresent()) {
            joined.add(delivered.call());
        }
        List<CallId> present = after.callsOf(me).stream().map(Call::id).toList();
        before.callsOf(me).stream().map(Call::id).filter(call -> !present.contains(call)).forEach(gone -> {
            secondary.remove(gone);
            joined.remove(gone);
        });
    }

    private boolean isAdded(Call call) {
        return call.purpose() != Call.Purpose.MONITOR && call.of(me).filter(leg -> !leg.called().equals(call.to())).isPresent();
    }

    private void merged(Interaction before, CallId second, CallId first) {
        secondary.put(first, second);
        if (before.call(first).flatMap(call -> call.of(me)).isEmpty()) {
            joined.add(first);
        }
    }
}
