package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction.Disposition;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.Interaction;
import io.patchbay.model.PartyId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the events of the contact as a whole lead. */
record ContactEvolve(Interaction state) implements ContactEvent.Cases<Interaction> {

    @Override
    public Interaction created(ContactEvent.Created e) {
        return state.begun(e.medium(), e.direction(), e.data(), e.terms());
    }

    @Override
    public Interaction queued(ContactEvent.Queued e) {
        return state.in(new Queueing(e.queue(), e.number(), e.wrapUp(), e.arrivedAt(), true, e.place()));
    }

    @Override
    public Interaction requeued(ContactEvent.Requeued e) {
        return state.queue().map(q -> state.in(q.waiting(true))).orElse(state);
    }

    @Override
    public Interaction rejected(ContactEvent.Rejected e) {
        return withoutOffer(e.agent(), e.call(), e.connection());
    }

    @Override
    public Interaction offerExpired(ContactEvent.OfferExpired e) {
        return withoutOffer(e.agent(), e.call(), e.connection());
    }

    @Override
    public Interaction dataChanged(ContactEvent.DataChanged e) {
        Map<String, String> data = new LinkedHashMap<>(state.data());
        data.putAll(e.set());
        e.deleted().forEach(data::remove);
        return state.withData(data);
    }

    @Override
    public Interaction dispositionSet(ContactEvent.DispositionSet e) {
        return state.with(new Disposition(e.agent(), e.disposition()));
    }

    @Override
    public Interaction scriptSignalled(ContactEvent.ScriptSignalled e) {
        return state;
    }

    @Override
    public Interaction ended(ContactEvent.Ended e) {
        return state.in(Interaction.Phase.ENDED);
    }

    @Override
    public Interaction completed(ContactEvent.Completed e) {
        return state.without(e.agent());
    }

    @Override
    public Interaction ownerChanged(ContactEvent.OwnerChanged e) {
        return state.ownedBy(e.owner());
    }

    private Interaction withoutOffer(AgentId agent, Optional<CallId> call, Optional<PartyId> leg) {
        return call.flatMap(c -> leg.map(l -> Legs.without(state, c, l))).orElseGet(() -> state.without(agent));
    }
}
