package io.patchbay.dialect.harmony.request;

import io.patchbay.model.Body;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.Destination;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.reading.Calling;

/** Requests of telephone calls beyond answering and holding (harmony.md 2.4, 2.5). */
final class VoiceRequests {
    private VoiceRequests() { }

    static Body mute(TargetedRequest order) {
        return new VoiceCommand.MuteCall(order.me(), order.call());
    }

    static Body unmute(TargetedRequest order) {
        return new VoiceCommand.UnmuteCall(order.me(), order.call());
    }

    static Body sendDtmf(TargetedRequest order) {
        return new VoiceCommand.SendDtmf(order.me(), order.call(), order.data().read("digits", Calling::digits));
    }

    /** Harmony does not say what a consult is for. */
    static Body consult(TargetedRequest order) {
        return new TwoCallCommand.ConsultationCall(order.me(), ConsultFor.EITHER, destination(order));
    }

    static Body alternate(TargetedRequest order) {
        return new TwoCallCommand.AlternateCall(order.me());
    }

    static Body consultTransfer(TargetedRequest order) {
        return new TwoCallCommand.TransferCall(order.me());
    }

    static Body consultConference(TargetedRequest order) {
        return new TwoCallCommand.ConferenceCall(order.me());
    }

    static Body blindTransfer(TargetedRequest order) {
        return new PartyCommand.SingleStepTransfer(order.me(), order.call(), destination(order));
    }

    static Body blindConference(TargetedRequest order) {
        return new PartyCommand.SingleStepConference(order.me(), order.call(), destination(order));
    }

    static Body startRecording(TargetedRequest order) {
        return new RecordingCommand.StartRecording(order.me());
    }

    static Body stopRecording(TargetedRequest order) {
        return new RecordingCommand.StopRecording(order.me());
    }

    static Body pauseRecording(TargetedRequest order) {
        return new RecordingCommand.PauseRecording(order.me());
    }

    static Body resumeRecording(TargetedRequest order) {
        return new RecordingCommand.ResumeRecording(order.me());
    }

    static Destination destination(TargetedRequest order) {
        return order.data().read("destination", order.names()::destination);
    }
}
