package io.patchbay.dialect.harmony.request;

import io.patchbay.model.Body;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.DataCommand;
import io.patchbay.model.VoiceCommand;

/** Requests of interactions and their conversations (harmony.md 2.4, 2.5). */
final class InteractionRequests {
    private InteractionRequests() { }

    static Body accept(TargetedRequest order) {
        return new DataCommand.Accept(order.me());
    }

    static Body reject(TargetedRequest order) {
        return new DataCommand.Reject(order.me());
    }

    static Body setData(TargetedRequest order) {
        String key = order.data().text("key");
        if (key.isBlank()) {
            throw order.data().wrong("key", "a string that is not blank");
        }
        return new DataCommand.SetInteractionData(order.me(), key, order.data().text("value"));
    }

    static Body setDisposition(TargetedRequest order) {
        String named = order.data().text("disposition");
        return order.directory().codes().disposition(named).map(CodeEntry::code)
                .map(code -> new DataCommand.SetDisposition(order.me(), code))
                .orElseThrow(() -> order.data().wrong("disposition", "one of the dispositions of the directory"));
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
