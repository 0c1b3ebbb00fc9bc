package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Disposition;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.Invitation;
import io.patchbay.model.PartyId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the events of the contact as a whole lead. */
record ContactEvolve(Interaction state) implements ContactEvent.Cases<Interaction> {

    @Override
    public Interaction created(ContactEvent.Created e) {
        return state.begun(e.medium(), e.direction(), e.data(), e.terms()).with(state.messaging().addressedTo(e.to()));
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
    public Interaction offered(ContactEvent.Offered e) {
        Invitation invitation = state.messaging().invitation(e.participant()).map(i -> i.offeredTo(e.agent()))
                .orElseGet(() -> new Invitation(e.participant(), e.purpose(), Optional.of(e.agent()), e.queue(), e.by(), true));
        return state.with(state.messaging().with(invitation))
                .with(new Member(e.agent(), e.channel(), Member.Phase.OFFERED, Optional.empty(), invitation.watched()));
    }

    /** The agent that serves the customer owns the contact. A consulted agent does not. */
    @Override
    public Interaction accepted(ContactEvent.Accepted e) {
        boolean serves = state.messaging().invitation(e.participant()).filter(i -> !i.isBeside()).isPresent();
        Interaction taken = left(state.with(state.messaging().withoutInvitation(e.participant())));
        Interaction next = taken.member(e.agent()).map(m -> taken.with(m.in(Member.Phase.ACTIVE))).orElse(taken);
        return serves ? next.ownedBy(e.agent()) : next;
    }

    /** A contact in no queue gets a new place the next time. */
    private static Interaction left(Interaction state) {
        return state.queue().map(q -> state.in(q.at(Ids.beside(q.place(), "again")))).orElse(state);
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

    @Override
    public Interaction transferred(ContactEvent.InteractionTransferred e) {
        return e.to().filter(to -> state.messaging().of(to).isPresent()).map(state::ownedBy).orElse(state);
    }

    private Interaction withoutOffer(AgentId agent, Optional<CallId> call, Optional<PartyId> leg) {
        return call.flatMap(c -> leg.map(l -> CallLegs.without(state, c, l))).orElseGet(() -> ContactRules.withoutOffer(state, agent));
    }
}
