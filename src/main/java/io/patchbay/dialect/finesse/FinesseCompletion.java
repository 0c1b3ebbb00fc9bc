package io.patchbay.dialect.finesse;

import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes the response of the outcomes of the commands of a request, of which there may be none. */
@FunctionalInterface
public interface FinesseCompletion {

    CompletionStage<HttpResponse> answer(List<Outcome> outcomes);
}
