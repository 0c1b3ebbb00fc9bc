package io.patchbay.dialect.harmony.request;

import io.patchbay.model.Body;
import io.patchbay.model.DataCommand;
import io.patchbay.model.VoiceCommand;
import java.util.Optional;

/** Requests of interactions and their conversations (harmony.md 2.4, 2.5). */
final class InteractionRequests {
    private InteractionRequests() { }

    static Body accept(TargetedRequest order) {
        return new DataCommand.Accept(order.me(), Optional.empty());
    }

    static Body reject(TargetedRequest order) {
        return new DataCommand.Reject(order.me());
    }

    static Body setData(TargetedRequest order) {
        return new DataCommand.SetInteractionData(order.me(), order.data().filled("key"), order.data().text("value"));
    }

    static Body setDisposition(TargetedRequest order) {
        return new DataCommand.SetDisposition(order.me(), order.data().read("disposition", order.names()::disposition));
    }

    static Body complete(TargetedRequest order) {
        return new DataCommand.Complete(order.me());
    }

    static Body answer(TargetedRequest order) {
        return new VoiceCommand.Answer(order.me(), order.call());
    }

    static Body release(TargetedRequest order) {
        return new VoiceCommand.ClearConnection(order.me(), order.call());
    }

    static Body hold(TargetedRequest order) {
        return new VoiceCommand.Hold(order.me(), order.call());
    }

    static Body retrieve(TargetedRequest order) {
        return new VoiceCommand.Retrieve(order.me(), order.call());
    }
}
