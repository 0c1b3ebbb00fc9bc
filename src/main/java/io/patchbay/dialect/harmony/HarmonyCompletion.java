package io.patchbay.dialect.harmony;

import io.patchbay.model.Outcome;
import java.util.concurrent.CompletionStage;

/** What is owed to a client once the outcome of its request is known. A request that needed no command is told it was accepted. */
@FunctionalInterface
public interface HarmonyCompletion {

    /** Completes when the reply, and what has to follow it at once, is handed to the connection; never exceptionally. */
    CompletionStage<Void> answer(Outcome outcome);
}
