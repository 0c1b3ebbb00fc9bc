package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.ContactEvent.Created;
import io.patchbay.model.ContactEvent.Queued;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingEvent.MessagePosted;
import io.patchbay.model.MessagingEvent.ParticipantInvited;
import io.patchbay.model.MessagingEvent.ParticipantJoined;
import io.patchbay.model.MessagingEvent.Typing;
import io.patchbay.model.Participant;
import io.patchbay.model.PlatformCommand.CustomerWrites;
import io.patchbay.model.PlatformCommand.SessionRequested;
import io.patchbay.model.Reason;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decisions on commands of the customer of a messaging contact: come, write, type, leave. */
record Customers(Interaction state, Stamp stamp) {

    static final String NOTHING_WRITTEN = "A callback request takes no messages. Call the customer instead.";

    Decision<InteractionEvent> comes(SessionRequested c) {
        Optional<Decision<InteractionEvent>> refused = refusal(c);
        if (refused.isPresent()) {
            return refused.get();
        }
        Participant customer = Participant.customer(Ids.party(stamp.id(), "customer"), c.nickname(), c.from());
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        story.add(new Created(c.medium(), Interaction.Direction.INBOUND, data(c), c.terms(), Optional.of(c.to().address())));
        story.add(new ParticipantJoined(1, customer, Optional.empty(), Visibility.ALL, stamp.at()));
        c.text().ifPresent(text -> story.add(posted(2, customer, text)));
        story.add(c.to().match(new Destination.Cases<>() {
            @Override
            public InteractionEvent extension(Destination.Extension e) {
                Invitation asked = new Invitation(Ids.party(stamp.id(), "called"), Invitation.Purpose.SERVE, Optional.of(e.agent()),
                        Optional.empty(), Optional.empty(), false);
                return new ParticipantInvited(asked, Optional.empty());
            }

            @Override
            public InteractionEvent queue(Destination.ToQueue q) {
                return new Queued(q.queue(), q.address(), q.wrapUp(), stamp.at(), Ids.party(stamp.id(), "queue"));
            }

            @Override
            public InteractionEvent outside(Destination.Outside o) {
                throw new IllegalStateException("refused before");
            }
        }));
        return story.accepted();
    }

    private Optional<Decision<InteractionEvent>> refusal(SessionRequested c) {
        if (state.phase() != Interaction.Phase.NEW) {
            return refuse(Reason.WRONG_STATE, "This interaction exists already. Start a new one.");
        }
        if (c.medium() == Medium.VOICE) {
            return refuse(Reason.UNSUPPORTED, "A call is not a messaging contact. Start it as a call.");
        }
        if (c.to() instanceof Destination.Outside) {
            return refuse(Reason.INVALID_DATA, "A customer can write to an extension or a queue. " + c.to().address() + " is neither.");
        }
        return c.text().flatMap(MessagingRules::unfit);
    }

    Decision<InteractionEvent> writes(CustomerWrites c) {
        return there(customer -> MessagingRules.unfit(c.text()).orElseGet(() -> state.medium() == Medium.CALLBACK
                ? Decision.refuse(Reason.UNSUPPORTED, NOTHING_WRITTEN)
                : Decision.accept(posted(state.messaging().last() + 1, customer, c.text()))));
    }

    Decision<InteractionEvent> types(boolean on) {
        return there(customer -> state.medium() == Medium.CALLBACK
                ? Decision.refuse(Reason.UNSUPPORTED, NOTHING_WRITTEN)
                : Decision.accept(new Typing(state.messaging().last() + 1, customer.id(), Optional.empty(), on, Visibility.ALL,
                        stamp.at())));
    }

    Decision<InteractionEvent> leaves() {
        return there(customer -> {
            EventAccumulator story = new EventAccumulator(state, stamp.at());
            new Departures(story, stamp.at()).customer(customer);
            return story.accepted();
        });
    }

    private Decision<InteractionEvent> there(Function<Participant, Decision<InteractionEvent>> then) {
        if (state.phase() == Interaction.Phase.NEW || !ContactRules.isContact(state)) {
            return Decision.refuse(Reason.UNKNOWN, "There is no such messaging contact.");
        }
        return state.messaging().customer().map(then).orElseGet(() -> Decision.refuse(Reason.WRONG_STATE,
                "The contact is closed. Start a new one."));
    }

    private MessagePosted posted(long index, Participant customer, String text) {
        return new MessagePosted(index, customer.id(), Optional.empty(), LogEntry.Kind.TEXT, text, Visibility.ALL, stamp.at());
    }

    private static Map<String, String> data(SessionRequested c) {
        Map<String, String> data = new LinkedHashMap<>(c.data());
        c.from().map(Address::value).ifPresent(from -> data.put("ANI", from));
        data.put("DNIS", c.to().address().value());
        if (c.to() instanceof Destination.ToQueue q) {
            data.put("queue", q.queue().value());
        }
        return data;
    }

    private static Optional<Decision<InteractionEvent>> refuse(Reason reason, String detail) {
        return Optional.of(Decision.refuse(reason, detail));
    }
}
