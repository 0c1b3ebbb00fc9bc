package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.PartyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which list of CHOREOGRAPHY B3 to B5 it is for one agent that parties come into a call, or go from one to another. */
record PartyFrames(AgentId me, InteractionBlocks blocks) implements PartyEvent.Cases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> transferred(PartyEvent.Transferred e) {
        if (e.by().equals(me)) {
            return e.secondaryOldCall().map(second -> two().transferred(e.primaryOldCall(), second))
                    .orElseGet(() -> two().handedOn(e.primaryOldCall()));
        }
        return e.secondaryOldCall().flatMap(second -> moved(second, e.resultingCall()))
                .orElseGet(() -> blocks.membersChanged(e.resultingCall(), Cause.TRANSFERRED));
    }

    @Override
    public List<HarmonyFrame> conferenced(PartyEvent.Conferenced e) {
        return e.by().equals(me) ? two().conferenced(e.resultingCall(), e.secondaryOldCall())
                : moved(e.secondaryOldCall(), e.resultingCall())
                        .orElseGet(() -> blocks.membersChanged(e.resultingCall(), Cause.TRANSFERRED));
    }

    @Override
    public List<HarmonyFrame> partyAdded(PartyEvent.PartyAdded e) {
        List<HarmonyFrame> all = new ArrayList<>(blocks.membersChanged(e.call(), Cause.TRANSFERRED));
        if (e.by().equals(me)) {
            all.add(blocks.frames().updated(blocks.after(), e.call()));
        }
        return all;
    }

    @Override
    public List<HarmonyFrame> partyMoved(PartyEvent.PartyMoved e) {
        return moved(e.from(), e.call()).orElseGet(() -> isShownTo(me, blocks.before().call(e.from())) ? List.of()
                : blocks.membersChanged(e.call(), Cause.TRANSFERRED));
    }

    /** The agent is shown who speaks to it, and who only listens where it shall be (CHOREOGRAPHY B5); others are shown neither. */
    @Override
    public List<HarmonyFrame> monitorStarted(PartyEvent.MonitorStarted e) {
        boolean was = e.previous().isPresent() && isShownTo(me, blocks.before().call(e.monitor()));
        boolean is = isShownTo(me, blocks.after().call(e.monitor()));
        return was == is ? List.of() : supervisor((is ? blocks.after() : blocks.before()).call(e.monitor()), e.call(), is);
    }

    /** A supervisor who barges in does not leave. It becomes a party of the call. */
    @Override
    public List<HarmonyFrame> monitorStopped(PartyEvent.MonitorStopped e) {
        Optional<Call> monitor = blocks.before().call(e.monitor());
        return e.cause() != Cause.TRANSFERRED && isShownTo(me, monitor) ? supervisor(monitor, e.call(), false) : List.of();
    }

    private static boolean isShownTo(AgentId agent, Optional<Call> monitor) {
        return monitor.flatMap(Call::monitoring).filter(m -> m.isShownTo(agent)).isPresent();
    }

    private List<HarmonyFrame> supervisor(Optional<Call> monitor, CallId heard, boolean comes) {
        Optional<Call> call = blocks.before().call(heard).filter(c -> c.of(me).isPresent());
        return monitor.stream().flatMap(m -> m.connections().stream()).limit(call.isPresent() ? 1 : 0)
                .map(leg -> comes ? blocks.frames().memberAdded(call.orElseThrow(), leg)
                        : blocks.frames().memberRemoved(call.orElseThrow(), leg, Cause.RELEASED))
                .toList();
    }

    private Optional<List<HarmonyFrame>> moved(CallId from, CallId to) {
        return blocks.before().call(from).flatMap(call -> call.of(me)).map(leg -> two().moved(from, to));
    }

    private TwoCallBlocks two() {
        return new TwoCallBlocks(me, blocks);
    }
}
