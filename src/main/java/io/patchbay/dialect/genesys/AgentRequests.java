package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.frame.GenesysUris;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.request.Features;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.HttpIdentity;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.door.UserRateLimits;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Directory;
import io.patchbay.wire.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The requests of users: reads of resources and operations. No method blocks. */
public final class AgentRequests {
    private final CommandGateway gateway;
    private final GenesysFeeds feeds;
    private final GenesysReads reads;
    private final GenesysLogs logs;
    private final GenesysUsers users;
    private final OperationRequests operations;
    private final UserRateLimits rateLimits;

    /**
     * @param url   base of the addresses of resources
     * @param limit of requests by one user
     */
    public AgentRequests(CommandGateway gateway, GenesysFeeds feeds, GenesysLogs logs, GenesysUsers users, OperationRequests operations,
            Directory directory, String url, RateLimit limit) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.logs = logs;
        this.reads = new GenesysReads(directory, new GenesysUris(url));
        this.users = users;
        this.operations = operations;
        this.rateLimits = new UserRateLimits(limit);
    }

    /** Completes exceptionally where the state or the sessions cannot be read, or the request is refused for its user. */
    CompletionStage<PendingCommand<GenesysCompletion>> decode(HttpRequest request, GenesysPath path) {
        return users.authenticate(request).thenCompose(user -> user.match(identity -> admitted(identity, request, path)
                        .thenApply(pending -> pending.by(identity.user().id())),
                () -> GenesysAnswers.answered(GenesysAnswers.denied()), slowed -> GenesysAnswers.answered(GenesysAnswers.slowed(slowed))));
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> admitted(HttpIdentity identity, HttpRequest request, GenesysPath path) {
        if (!rateLimits.of(identity.user().id()).getAsBoolean()) {
            return GenesysAnswers.answered(GenesysReply.refused(GenesysStatus.TOO_FAST,
                    "This user sends too many requests. Wait a second and try again."));
        }
        return users.withSession(identity).thenCompose(session -> feeds.of(session.user())
                .thenCompose(feed -> request.method().equals("GET") ? read(feed, session, request, path)
                        : operations.decode(feed, session, request, path))
                .exceptionally(error -> GenesysAnswers.pending(
                        GenesysAnswers.response(GenesysAnswers.failure(error), users.headers(request, session)))));
    }

    private CompletionStage<PendingCommand<GenesysCompletion>> read(AgentFeed<Notification> feed, HttpIdentity session,
            HttpRequest request, GenesysPath path) {
        path.feature(true).ifPresent(needed -> Features.check(session.user(), needed));
        return feed.read().thenCompose(snapshot -> path.isLog()
                ? logs.read(session.user().id(), snapshot.replicas(), path, request.query())
                : CompletableFuture.completedFuture(
                        reads.read(session.user(), snapshot.replicas(), gateway.now(), path, request.query())))
                .thenCompose(reply -> GenesysAnswers.answered(GenesysAnswers.response(reply, users.headers(request, session))));
    }
}
