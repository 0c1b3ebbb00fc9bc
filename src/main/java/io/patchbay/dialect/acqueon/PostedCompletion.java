package io.patchbay.dialect.acqueon;

import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The answer to a posted envelope after the outcomes of its commands, of which there may be none. */
@FunctionalInterface
public interface PostedCompletion {

    CompletionStage<HttpResponse> answer(List<Outcome> outcomes);
}
