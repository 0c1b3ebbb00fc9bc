package io.patchbay.dialect.harmony;

import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpResponse;
import java.util.concurrent.CompletionStage;

/** The answer to a posted request after its outcome. */
@FunctionalInterface
public interface PostCompletion {

    CompletionStage<HttpResponse> answer(Outcome outcome);
}
