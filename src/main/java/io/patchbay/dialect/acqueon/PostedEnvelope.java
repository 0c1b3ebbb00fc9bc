package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One POST of an agent. Its events go to the sockets of the agent, which did not send it. */
final class PostedEnvelope implements Sender {
    private final AgentId agent;
    private final String remote;
    private final AcqueonFeeds feeds;
    private volatile HttpResponse response = HttpResponse.json(202, "{}");

    PostedEnvelope(AgentId agent, String remote, AcqueonFeeds feeds) {
        this.agent = agent;
        this.remote = remote;
        this.feeds = feeds;
    }

    /** After the answer to the envelope. */
    HttpResponse response() {
        return response;
    }

    @Override
    public String remote() {
        return remote;
    }

    @Override
    public Optional<AgentId> credentials() {
        return Optional.of(agent);
    }

    @Override
    public Optional<String> connection() {
        return Optional.empty();
    }

    @Override
    public boolean mayAsk() {
        return feeds.allowance(agent).getAsBoolean();
    }

    @Override
    public Optional<SignedIn> signedIn(Optional<Flavour> asked) {
        return feeds.signedIn(agent, asked);
    }

    @Override
    public CompletionStage<Void> begin(SignedIn who, Function<Replicas, List<Notice>> burst) {
        feeds.posted(who);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> sync(SignedIn who, Function<Replicas, List<Notice>> burst) {
        return who.feed().between(now -> sockets(who.flavour()).forEach(socket -> socket.accept(burst.apply(now))));
    }

    @Override
    public void expect(CommandId command, String requestId) { }

    @Override
    public void forget(CommandId command) { }

    @Override
    public void answer(AcqueonEvent event, Optional<String> requestId) {
        sockets(event.flavour()).forEach(socket -> socket.answer(event, Optional.empty()));
    }

    private List<AcqueonSocket> sockets(Flavour flavour) {
        return feeds.sockets(agent).stream().filter(socket -> socket.isOn(flavour)).toList();
    }

    @Override
    public void refuse(AcqueonRefused why, Flavour flavour, Optional<String> requestId) {
        response = refused(why, why.envelope(flavour, requestId));
    }

    static HttpResponse refused(AcqueonRefused why, String envelope) {
        if (why.retryAfter() > 0) {
            return new HttpResponse(429, "application/json", envelope, Map.of("Retry-After", Long.toString(why.retryAfter())));
        }
        return HttpResponse.json(why.type() == ErrorType.INTERNAL ? 500 : 400, envelope);
    }

    @Override
    public void narrow(Set<String> topics) { }

    @Override
    public boolean is(AcqueonSocket socket) {
        return false;
    }
}
