package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The bean of the REST route: requests below {@code /api/v2} become commands and replies. No method throws or blocks. */
public final class GenesysDoor implements ErrorRenderer {
    private static final String VERSION = "8.5.202.96";

    private final AgentRequests agents;
    private final CustomerRequests customers;

    public GenesysDoor(AgentRequests agents, CustomerRequests customers) {
        this.agents = agents;
        this.customers = customers;
    }

    /** The commands of the request. A request that only reads, or is refused, has none but its answer. */
    public CompletionStage<PendingCommand<GenesysCompletion>> decode(HttpRequest request) {
        return decoded(request).thenApply(pending -> pending.named(request.operation()));
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> decoded(HttpRequest request) {
        GenesysPath path = GenesysPath.of(request);
        if (request.why().isPresent()) {
            return GenesysAnswers.answered(GenesysReply.refused(GenesysStatus.PARAMETER_MISSING, request.why().get()));
        }
        if (path.segments().equals(List.of("diagnostics", "version")) && request.method().equals("GET")) {
            return GenesysAnswers.answered(version());
        }
        return (customers.serves(request, path) ? customers.decode(request, path) : agents.decode(request, path))
                .exceptionally(error -> GenesysAnswers.pending(GenesysAnswers.response(GenesysAnswers.failure(error))));
    }

    /** Never completes exceptionally. */
    public CompletionStage<HttpResponse> reply(CompletedCommand<GenesysCompletion> completed) {
        return completed.context().answer(completed.outcomes())
                .exceptionally(error -> GenesysAnswers.response(GenesysAnswers.failure(error)));
    }

    @Override
    public boolean renders(String path) {
        return path.equals(GenesysPath.BASE) || path.startsWith(GenesysPath.BASE + "/");
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        return HttpResponse.json(status, GenesysReply.refused(GenesysStatus.ofHttp(status), sentence).body().toString());
    }

    private static GenesysReply version() {
        GenesysReply reply = GenesysReply.ok();
        reply.body().put("version", VERSION);
        return reply;
    }
}
