package io.patchbay.dialect.harmony;

import io.patchbay.model.Outcome;
import io.patchbay.wire.HttpResponse;
import java.util.concurrent.CompletionStage;

/** What is owed to who posted a request, once its outcome is known. */
@FunctionalInterface
public interface PostCompletion {

    CompletionStage<HttpResponse> answer(Outcome outcome);
}
