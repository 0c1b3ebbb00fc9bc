package io.patchbay.dialect.genesys.frame;

import io.patchbay.dialect.genesys.words.ContactCapabilities;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.dialect.genesys.words.ReferenceIds;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.MessagingEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an event of a chat or short-message session tells one agent (CHOREOGRAPHY D1). A Genesys request for a disposition sets user data,
 * too, and is told by that.
 */
record ContactNotifications(ContactResources resources) {

    /** @param cause the command that caused the event */
    List<Notification> of(InteractionEvent event, InteractionId id, CommandId cause, Interaction before, Interaction after) {
        Optional<Integer> reference = ReferenceIds.isRequestOf(resources.me(), cause) ? Optional.of(ReferenceIds.of(cause))
                : Optional.empty();
        return messages(id, after).flatMap(messages -> of(event, messages, before, after, reference).stream()).toList();
    }

    /** The log on the topic of interactions. @param from the index of the first entry */
    Notification log(InteractionId id, Interaction now, long from) {
        return new ContactMessages(resources, older(), id).history(now, from);
    }

    private InteractionResources older() {
        return new InteractionResources(resources.me(), resources.uris());
    }

    private List<Notification> of(InteractionEvent event, ContactMessages messages, Interaction before, Interaction after,
            Optional<Integer> reference) {
        if (event instanceof MessagingEvent messaging) {
            return messaging.match(new MessagingNotifications(resources, messages, before, after, reference));
        }
        return event instanceof ContactEvent contact ? of(contact, messages, before, after, reference) : List.of();
    }

    /** Of each generation: a chat is told as a chat first, then as an interaction. */
    private Stream<ContactMessages> messages(InteractionId id, Interaction contact) {
        return Stream.concat(ContactKind.of(contact.medium()).stream().map(kind -> new SessionForm(resources, kind)),
                Stream.of(older())).map(form -> new ContactMessages(resources, form, id));
    }

    /** The whole state, for clients that missed events. */
    List<Notification> all(InteractionId id, Interaction now) {
        ContactState state = ContactState.of(now, resources.me());
        return messages(id, now).filter(messages -> state.isListed())
                .flatMap(messages -> state == ContactState.CHATTING ? Stream.of(messages.participants(now), messages.history(now))
                        : Stream.of(messages.status(state, now, Optional.empty()))).toList();
    }

    /** Complete is told without a number (CHOREOGRAPHY D1). A monitor leaves by the same event, with the number of its Leave. */
    private List<Notification> of(ContactEvent event, ContactMessages messages, Interaction before, Interaction after,
            Optional<Integer> reference) {
        if (event instanceof ContactEvent.Offered offered && isMe(offered.agent())) {
            return List.of(messages.status(ContactState.INVITED, after, Optional.empty()));
        }
        if (event instanceof ContactEvent.Accepted accepted && isMe(accepted.agent()) && isMonitor(before)) {
            return List.of(messages.accepted(after, reference), messages.participants(after), messages.history(after));
        }
        if (event instanceof ContactEvent.Rejected rejected && isMe(rejected.agent())) {
            return List.of(messages.status(ContactState.COMPLETED, after, reference));
        }
        if (event instanceof ContactEvent.OfferExpired expired && isMe(expired.agent())) {
            return List.of(messages.status(ContactState.REVOKED, after, Optional.empty()));
        }
        if (event instanceof ContactEvent.Completed completed && isMe(completed.agent())) {
            Optional<Integer> ofLeave = reference.filter(number -> ContactCapabilities.isMonitor(before, resources.me()));
            return isListed(before) ? List.of(messages.status(ContactState.COMPLETED, after, ofLeave)) : List.of();
        }
        boolean data = event instanceof ContactEvent.DataChanged
                || event instanceof ContactEvent.DispositionSet set && isMe(set.agent()) && reference.isEmpty();
        return data && isListed(after) ? List.of(messages.properties(after, reference)) : List.of();
    }

    /** Nobody is told that a supervisor joins who is invited to monitor. */
    private boolean isMonitor(Interaction state) {
        return state.messaging().invitationOf(resources.me()).filter(invited -> invited.purpose() == Purpose.MONITOR).isPresent();
    }

    private boolean isListed(Interaction state) {
        return ContactState.of(state, resources.me()).isListed();
    }

    private boolean isMe(AgentId agent) {
        return agent.equals(resources.me());
    }
}
