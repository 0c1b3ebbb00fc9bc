package io.patchbay.model;

/** Events of an interaction, its calls and its offers. */
public sealed interface InteractionEvent extends Event permits ContactEvent, CallEvent, PartyEvent, RecordingEvent, MessagingEvent {

    <R> R family(Families<R> families);

    interface Families<R> {
        R contact(ContactEvent e);

        R call(CallEvent e);

        R party(PartyEvent e);

        R recording(RecordingEvent e);

        R messaging(MessagingEvent e);
    }
}
