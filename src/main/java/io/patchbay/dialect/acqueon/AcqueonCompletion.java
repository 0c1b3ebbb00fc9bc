package io.patchbay.dialect.acqueon;

import io.patchbay.model.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What follows the outcomes of the commands of an envelope, of which there may be none. */
@FunctionalInterface
public interface AcqueonCompletion {

    CompletionStage<Void> answer(List<Outcome> outcomes);
}
