package io.patchbay.dialect.harmony;

import io.patchbay.model.Outcome;
import java.util.concurrent.CompletionStage;

/** The answer to a request after its outcome. A request without a command is accepted. */
@FunctionalInterface
public interface HarmonyCompletion {

    /** Completes when the reply, and what has to follow it at once, is handed to the connection; never exceptionally. */
    CompletionStage<Void> answer(Outcome outcome);
}
