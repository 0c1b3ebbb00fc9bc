package io.patchbay.model;

/** Commands to the cell of an interaction. */
public sealed interface InteractionCommand extends Body permits VoiceCommand, TwoCallCommand, PartyCommand, RecordingCommand,
        DataCommand, PlatformCommand, OfferCommand, MessagingCommand {

    <R> R family(Families<R> families);

    interface Families<R> {
        R voice(VoiceCommand c);

        R twoCalls(TwoCallCommand c);

        R party(PartyCommand c);

        R recording(RecordingCommand c);

        R data(DataCommand c);

        R platform(PlatformCommand c);

        R offer(OfferCommand c);

        R messaging(MessagingCommand c);
    }
}
