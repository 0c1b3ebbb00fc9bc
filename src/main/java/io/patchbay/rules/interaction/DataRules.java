package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.DataChanged;
import io.patchbay.model.ContactEvent.DispositionSet;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.ContactEvent.ScriptSignalled;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.InteractionData;
import io.patchbay.rules.Rules.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Commands of an agent on the whole interaction. */
record DataRules(Interaction state, Stamp stamp) implements DataCommand.Cases<Decision<InteractionEvent>> {

    private static final String ALWAYS = "Data is set from the offer or the dialling until the interaction is completed";

    @Override
    public Decision<InteractionEvent> accept(DataCommand.Accept c) {
        return on(c.by(), Action.ACCEPT_INTERACTION,
                "Only an offered interaction can be accepted, and only while the agent has no other connected call in it", at -> {
            if (at.isInContact()) {
                return new ContactOffers(state, stamp).accept(c);
            }
            Call call = at.offered().orElseThrow();
            Connection leg = at.leg(call).orElseThrow();
            return Decision.accept(new Established(call.id(), leg.id(), leg.address(), leg.agent(), Established.Form.ACCEPTED));
        });
    }

    @Override
    public Decision<InteractionEvent> reject(DataCommand.Reject c) {
        return on(c.by(), Action.REJECT_INTERACTION, "Only an offered interaction can be rejected", at -> {
            if (at.isInContact()) {
                return new ContactOffers(state, stamp).reject(c.by());
            }
            Call call = at.offered().orElseThrow();
            Connection leg = at.leg(call).orElseThrow();
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            story.add(new Rejected(c.by(), Optional.of(call.id()), Optional.of(leg.id())));
            Clearing.offerLost(story, call.id(), leg, Cause.REJECTED);
            return story.accepted();
        });
    }

    @Override
    public Decision<InteractionEvent> setData(DataCommand.SetInteractionData c) {
        return on(c.by(), Action.SET_INTERACTION_DATA, ALWAYS, at -> {
            Optional<String> unfit = c.data().isEmpty() ? Optional.of("Setting interaction data needs at least one key and its value.")
                    : InteractionData.unfit(state.data(), c.data());
            return unfit.<Decision<InteractionEvent>>map(why -> Decision.refuse(Reason.INVALID_DATA, why))
                    .orElseGet(() -> Decision.accept(new DataChanged(c.data(), List.of())));
        });
    }

    /** Where nothing is left to delete, nothing happens. */
    @Override
    public Decision<InteractionEvent> deleteData(DataCommand.DeleteInteractionData c) {
        return on(c.by(), Action.SET_INTERACTION_DATA, ALWAYS, at -> {
            List<String> named = c.keys().orElseGet(() -> List.copyOf(state.data().keySet()));
            List<String> there = named.stream().distinct().filter(state.data()::containsKey).toList();
            if (!c.tolerant() && !state.data().keySet().containsAll(named)) {
                return Decision.refuse(Reason.INVALID_DATA, "The interaction has no data under one of these keys.");
            }
            return there.isEmpty() ? Decision.accept() : Decision.accept(new DataChanged(Map.of(), there));
        });
    }

    @Override
    public Decision<InteractionEvent> setDisposition(DataCommand.SetDisposition c) {
        return on(c.by(), Action.SET_DISPOSITION, "A disposition can be set in conversation or afterwards", at -> c.disposition().isBlank()
                ? Decision.refuse(Reason.INVALID_DATA, "Give a disposition that is not blank.")
                : Decision.accept(new DispositionSet(c.by(), c.disposition())));
    }

    @Override
    public Decision<InteractionEvent> complete(DataCommand.Complete c) {
        return on(c.by(), Action.COMPLETE_INTERACTION,
                "A call can be completed after the agent has left it, any other contact after the agent has accepted it",
                at -> at.isInContact() ? new ContactOffers(state, stamp).complete(c)
                        : Decision.accept(new Completed(c.by(), false)));
    }

    /** Not shown as an action: whether a script is active the directory says. */
    @Override
    public Decision<InteractionEvent> signal(DataCommand.SignalScript c) {
        return AgentView.of(state, c.by()).filter(AgentView::hasStarted).isPresent()
                ? Decision.accept(new ScriptSignalled(c.by(), c.script(), c.parameters()))
                : Decision.refuse(Reason.WRONG_STATE, "A script can be signalled only while agent and customer are in conversation.");
    }

    private Decision<InteractionEvent> on(AgentId by, Action action, String needs,
                                          Function<AgentView, Decision<InteractionEvent>> then) {
        Optional<AgentView> at = AgentView.of(state, by);
        if (at.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + by + " does not have this interaction.");
        }
        return InteractionActions.allows(at.orElseThrow(), action)
                ? then.apply(at.orElseThrow())
                : Decision.refuse(Reason.WRONG_STATE, needs + ". For agent " + by + " this interaction is "
                        + Wording.of(at.orElseThrow().member().phase()) + ".");
    }
}
