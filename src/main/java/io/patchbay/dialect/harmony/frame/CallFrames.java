package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.PartyId;
import java.util.List;
import java.util.Optional;

/** Which block of CHOREOGRAPHY B an event of a call is for one agent. */
record CallFrames(AgentId me, InteractionBlocks blocks) implements CallEvent.Cases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> originated(CallEvent.Originated e) {
        boolean mine = e.by().map(Interaction.Member::agent).filter(me::equals).isPresent();
        if (!mine) {
            return List.of();
        }
        boolean second = blocks.before().callsOf(me).stream().findAny().isPresent();
        return second ? new TwoCallBlocks(me, blocks).consults(e.call()) : blocks.appears(e.call());
    }

    @Override
    public List<HarmonyFrame> delivered(CallEvent.Delivered e) {
        return isMine(e.agent()) ? blocks.appears(e.call()) : blocks.membersChanged(e.call(), Cause.TRANSFERRED);
    }

    @Override
    public List<HarmonyFrame> established(CallEvent.Established e) {
        if (!isMine(e.agent())) {
            boolean called = isDialling(blocks.before(), e.call()) && !isDialling(blocks.after(), e.call());
            return called ? blocks.answered(e.call()) : changed(e.call(), e.connection(), Cause.TRANSFERRED);
        }
        return switch (e.form()) {
            case ANSWERED, FAR_END, AUTOMATIC -> blocks.answer(e.call());
            case ACCEPTED -> blocks.accept(e.call());
        };
    }

    /** As a part of something else it is told with the event that ends that. */
    @Override
    public List<HarmonyFrame> held(CallEvent.Held e) {
        return e.within() == CallEvent.Within.ITSELF && isMine(e.agent()) ? blocks.held(e.call()) : List.of();
    }

    @Override
    public List<HarmonyFrame> retrieved(CallEvent.Retrieved e) {
        boolean alternates = e.within() == CallEvent.Within.ALTERNATION && isMine(e.agent());
        return alternates ? new TwoCallBlocks(me, blocks).alternates(e.call())
                : isMine(e.agent()) ? blocks.held(e.call()) : List.of();
    }

    @Override
    public List<HarmonyFrame> connectionCleared(CallEvent.ConnectionCleared e) {
        if (!isMine(e.agent())) {
            return changed(e.call(), e.connection(), e.cause());
        }
        Optional<Connection> known = blocks.before().call(e.call()).flatMap(call -> call.of(me));
        if (known.isEmpty()) {
            return List.of();
        }
        if (!known.get().is(Connection.State.ALERTING)) {
            return blocks.cleared(e.call(), e.cause());
        }
        return e.cause() == Cause.RELEASED ? blocks.releasedOffer(e.call()) : blocks.gone(Optional.of(e.call()), e.cause());
    }

    /** The called party never alerted, so its agent got no event of it. */
    @Override
    public List<HarmonyFrame> failed(CallEvent.Failed e) {
        return isMine(e.agent()) ? List.of() : changed(e.call(), e.connection(), e.cause());
    }

    /** The caller sees another party. The agent that forwarded the call never saw it. */
    @Override
    public List<HarmonyFrame> diverted(CallEvent.Diverted e) {
        return blocks.membersChanged(e.call(), Cause.TRANSFERRED);
    }

    @Override
    public List<HarmonyFrame> queued(CallEvent.CallQueued e) {
        return blocks.membersChanged(e.call(), Cause.TRANSFERRED);
    }

    @Override
    public List<HarmonyFrame> muted(CallEvent.Muted e) {
        return ownState(e.agent(), e.call());
    }

    @Override
    public List<HarmonyFrame> unmuted(CallEvent.Unmuted e) {
        return ownState(e.agent(), e.call());
    }

    /** The document lists no event. */
    @Override
    public List<HarmonyFrame> dtmfSent(CallEvent.DtmfSent e) {
        return List.of();
    }

    private List<HarmonyFrame> ownState(Optional<AgentId> agent, CallId call) {
        return isMine(agent) ? List.of(blocks.frames().updated(blocks.after(), call)) : List.of();
    }

    private List<HarmonyFrame> changed(CallId call, PartyId party, Cause cause) {
        return blocks.partyChanged(call, blocks.party(call, party), cause);
    }

    private boolean isMine(Optional<AgentId> agent) {
        return agent.filter(me::equals).isPresent();
    }

    private boolean isDialling(Interaction state, CallId id) {
        return state.call(id).filter(call -> call.of(me).filter(call::isDialling).isPresent()).isPresent();
    }
}
