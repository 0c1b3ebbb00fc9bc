package io.patchbay.door;

import io.patchbay.model.CommandId;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.Messaging;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.Participant;
import io.patchbay.model.Recorded;
import io.patchbay.model.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A messaging contact as its customer sees it, without entries for agents only. */
public record CustomerView(InteractionId interaction, Medium medium, State state, List<Participant> participants, List<LogEntry> messages) {

    /** Waiting for an agent, in conversation, or closed to the customer. */
    public enum State { WAITING, ACTIVE, CLOSED }

    /** @param log all entries, from {@link ContactLookup#log} */
    public static CustomerView of(InteractionId id, Interaction contact, List<LogEntry> log) {
        return new CustomerView(id, contact.medium(), state(contact.messaging()),
                contact.messaging().participants().stream().filter(one -> one.visibility() == Visibility.ALL).toList(),
                log.stream().filter(entry -> entry.visibility() == Visibility.ALL).toList());
    }

    /** The index of the entry of the customer's command. Empty if its event is no longer kept. @param events of the contact */
    public static Optional<Long> entry(List<Recorded> events, CommandId command) {
        return events.stream().filter(event -> event.correlation().equals(command)).flatMap(event -> index(event.event())).findFirst();
    }

    private static State state(Messaging messaging) {
        if (messaging.customer().isEmpty()) {
            return State.CLOSED;
        }
        return messaging.agents(Visibility.ALL).findAny().isPresent() ? State.ACTIVE : State.WAITING;
    }

    private static Stream<Long> index(Event event) {
        if (event instanceof MessagingEvent.MessagePosted posted) {
            return Stream.of(posted.index());
        }
        if (event instanceof MessagingEvent.ParticipantLeft left) {
            return Stream.of(left.index());
        }
        return event instanceof MessagingEvent.Typing typing ? Stream.of(typing.index()) : Stream.of();
    }
}
