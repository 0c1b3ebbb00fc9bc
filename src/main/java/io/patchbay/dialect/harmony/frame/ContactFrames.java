package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.PartyId;
import java.util.List;
import java.util.Optional;

/** Which block of CHOREOGRAPHY B an event of the interaction as a whole is for one agent. */
record ContactFrames(AgentId me, InteractionBlocks blocks) implements ContactEvent.Cases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> created(ContactEvent.Created e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> queued(ContactEvent.Queued e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> requeued(ContactEvent.Requeued e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> offered(ContactEvent.Offered e) {
        return e.agent().equals(me) ? blocks.appears() : List.of();
    }

    @Override
    public List<HarmonyFrame> accepted(ContactEvent.Accepted e) {
        return e.agent().equals(me) ? blocks.accept() : List.of();
    }

    /** The transferring agent learns of it by leaving, the new agent by an offer. */
    @Override
    public List<HarmonyFrame> transferred(ContactEvent.InteractionTransferred e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> rejected(ContactEvent.Rejected e) {
        return lost(e.agent(), e.call(), e.connection(), Cause.REJECTED);
    }

    @Override
    public List<HarmonyFrame> offerExpired(ContactEvent.OfferExpired e) {
        return lost(e.agent(), e.call(), e.connection(), Cause.EXPIRED);
    }

    @Override
    public List<HarmonyFrame> dataChanged(ContactEvent.DataChanged e) {
        return List.of(blocks.frames().dataChanged(blocks.after()));
    }

    /** The document lists no event. */
    @Override
    public List<HarmonyFrame> dispositionSet(ContactEvent.DispositionSet e) {
        return List.of();
    }

    /** Each agent was told by the end of its own last leg. */
    @Override
    public List<HarmonyFrame> ended(ContactEvent.Ended e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> completed(ContactEvent.Completed e) {
        return e.agent().equals(me) && !e.signedOut() ? blocks.completed() : List.of();
    }

    /** The document fixes no event: nothing of it shows (harmony.md 2.4). */
    @Override
    public List<HarmonyFrame> scriptSignalled(ContactEvent.ScriptSignalled e) {
        return List.of();
    }

    /** Harmony has no owner. */
    @Override
    public List<HarmonyFrame> ownerChanged(ContactEvent.OwnerChanged e) {
        return List.of();
    }

    private List<HarmonyFrame> lost(AgentId agent, Optional<CallId> call, Optional<PartyId> party, Cause cause) {
        return agent.equals(me) ? blocks.gone(call, cause)
                : call.map(id -> blocks.partyChanged(id, party.flatMap(leg -> blocks.party(id, leg)), cause)).orElse(List.of());
    }
}
