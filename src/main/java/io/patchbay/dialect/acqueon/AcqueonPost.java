package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The bean of the HTTP route: one envelope of the agent of the Basic credentials. 202 if it is accepted, else its {@code SetAPIError}.
 * No method throws or blocks.
 */
public final class AcqueonPost implements ErrorRenderer {
    private static final String PATH = "/acqueon";
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Basic realm=\"patchbay acqueon\", charset=\"UTF-8\"");

    private final AcqueonRequests requests;
    private final AcqueonFeeds feeds;
    private final AcqueonSignIn signIn;

    public AcqueonPost(AcqueonRequests requests, AcqueonFeeds feeds, AcqueonSignIn signIn) {
        this.requests = requests;
        this.feeds = feeds;
        this.signIn = signIn;
    }

    public CompletionStage<PendingCommand<PostedCompletion>> decode(HttpRequest request) {
        return decoded(request).thenApply(pending -> pending.named(request.operation()));
    }

    private CompletionStage<PendingCommand<PostedCompletion>> decoded(HttpRequest request) {
        if (request.why().isPresent()) {
            requests.report("", request.why().get(), Optional.empty(), Optional.empty());
            return answered(HttpResponse.json(400, refusal(ErrorType.INVALID_INPUT, request.why().get())));
        }
        Optional<BasicCredentials> given = request.credentials();
        if (given.isEmpty()) {
            return answered(denied(refusal(ErrorType.AUTHORIZATION_FAILURE, "Send Basic credentials of an agent.")));
        }
        return signIn.admit(given.get(), request.remote())
                .thenCompose(agent -> read(agent, request))
                .exceptionally(error -> {
                    AcqueonRefused why = Question.failure(error);
                    String envelope = why.envelope(Flavour.CISCO, Optional.empty());
                    return pending(why.type() == ErrorType.AUTHORIZATION_FAILURE ? denied(envelope)
                            : why.retryAfter() > 0 ? PostedEnvelope.refused(why, envelope) : HttpResponse.json(500, envelope));
                });
    }

    private CompletionStage<PendingCommand<PostedCompletion>> read(AgentEntry agent, HttpRequest request) {
        PostedEnvelope sender = new PostedEnvelope(agent.id(), request.remote(), feeds);
        return requests.read(sender, request.body()).thenApply(pending -> pending.with(
                outcomes -> pending.context().answer(outcomes).thenApply(done -> sender.response())));
    }

    public CompletionStage<HttpResponse> reply(CompletedCommand<PostedCompletion> completed) {
        return completed.context().answer(completed.outcomes());
    }

    @Override
    public boolean renders(String path) {
        return path.equals(PATH);
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        return HttpResponse.json(status, refusal(ErrorType.ofHttp(status), sentence));
    }

    private static String refusal(ErrorType type, String sentence) {
        return new AcqueonRefused(type, "request", sentence).envelope(Flavour.CISCO, Optional.empty());
    }

    private static HttpResponse denied(String envelope) {
        return new HttpResponse(401, "application/json", envelope, CHALLENGE);
    }

    private static CompletionStage<PendingCommand<PostedCompletion>> answered(HttpResponse response) {
        return CompletableFuture.completedFuture(pending(response));
    }

    private static PendingCommand<PostedCompletion> pending(HttpResponse response) {
        return PendingCommand.answered(outcomes -> CompletableFuture.completedFuture(response), String.valueOf(response.status()));
    }
}
