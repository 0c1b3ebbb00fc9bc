package io.patchbay.platform;

import io.patchbay.config.GatewayConfig;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.CallLookup;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.ContactLookup;
import io.patchbay.door.InteractionViews;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.door.UserRateLimits;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Rejected;
import io.patchbay.model.SignInOrigin;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the platform route: takes requests, makes commands, returns answers. Thread-safe. No method blocks. */
public final class PlatformDoor implements ErrorRenderer {
    private static final String NAME = "platform";
    private static final String PATH = "/platform";
    private static final Logger LOG = LoggerFactory.getLogger(PlatformDoor.class);
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Basic realm=\"patchbay platform\", charset=\"UTF-8\"");
    private static final Map<String, String> SOON = Map.of("Retry-After", "1");

    private final SignIn signIn;
    private final UserRateLimits rateLimits;
    private final PlatformPorts ports;
    private final Rejections rejections;

    /**
     * @param limit of requests by one user
     * @param rejections gets the requests that cannot be read
     */
    public PlatformDoor(GatewayConfig config, Directory directory, SignIn signIn, CommandGateway gateway, InteractionViews views,
            CallLookup calls, ContactLookup contacts, RateLimit limit, Rejections rejections) {
        this.rejections = rejections;
        GatewayConfig.Json json = config.json();
        StrictJson.Limits limits = new StrictJson.Limits(json.depthLimit(), json.tokensLimit(), json.stringLimit(), json.numberLimit());
        this.signIn = signIn;
        this.rateLimits = new UserRateLimits(limit);
        this.ports = new PlatformPorts(directory,
                new ContactPolicy(config.offer().timeout(), config.offer().again(), config.interaction().retention()),
                new PlatformJson(new StrictJson(limits)), gateway, views, calls, contacts);
    }

    /** The command of the request. A refused request has no command but its answer. Never completes exceptionally. */
    public CompletionStage<PendingCommand<PlatformReply>> decode(HttpRequest request) {
        return readable(request).thenCompose(given -> admitted(given, request.remote())).thenCompose(user -> requested(user, request))
                .exceptionally(error -> refused(error, request)).thenApply(pending -> pending.named(request.operation()));
    }

    /** A refusal names the user, too. */
    private CompletionStage<PendingCommand<PlatformReply>> requested(AgentEntry user, HttpRequest request) {
        return CompletableFuture.completedFuture(user)
                .thenCompose(any -> PlatformPaths.match(request, new CallRequests(ports, request), new ContactRequests(ports, request)))
                .exceptionally(error -> refused(error, request)).thenApply(pending -> pending.by(user.id()));
    }

    private PendingCommand<PlatformReply> refused(Throwable error, HttpRequest request) {
        if (cause(error) instanceof PlatformRefusal refusal && refusal.code() == PlatformCode.INVALID_MESSAGE) {
            rejected(refusal.getMessage(), request);
        }
        return PlatformReply.answered(answer(error));
    }

    /** Never completes exceptionally. */
    public CompletionStage<HttpResponse> reply(CompletedCommand<PlatformReply> completed) {
        return CompletableFuture.completedFuture(completed.outcome()).thenCompose(completed.context()::to).exceptionally(this::answer);
    }

    /** The answer after a failure of the gateway. */
    public HttpResponse failed(Exception error) {
        return answer(error);
    }

    private static CompletionStage<Optional<BasicCredentials>> readable(HttpRequest request) {
        return request.why().map(why -> CompletableFuture.<Optional<BasicCredentials>>failedFuture(
                new PlatformRefusal(PlatformCode.INVALID_MESSAGE, why)))
                .orElseGet(() -> CompletableFuture.completedFuture(request.credentials()));
    }

    /** Only the bodies of admitted users are read. */
    private void rejected(String why, HttpRequest request) {
        rejections.add(Rejected.of(NAME, why, request.body().length()).by(request.credentials().map(basic -> new AgentId(basic.user()))));
    }

    @Override
    public boolean renders(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        PlatformCode code = status == 503 ? PlatformCode.UNAVAILABLE : status >= 500 ? PlatformCode.INTERNAL : PlatformCode.INVALID_MESSAGE;
        return ports.json().refused(status, code, sentence, Map.of());
    }

    private CompletionStage<AgentEntry> admitted(Optional<BasicCredentials> given, String address) {
        BasicCredentials basic = given.orElseThrow(() -> stranger("Send Basic credentials of a user with role platform."));
        return signIn.authenticate(basic.user(), basic.password(), new SignInOrigin(NAME, address)).thenApply(found -> {
            AgentEntry entry = found.match(user -> user, () -> {
                throw stranger("User and password do not match.");
            }, slowed -> {
                throw new PlatformRefusal(PlatformCode.TOO_MANY_REQUESTS, slowed.sentence(),
                        Map.of("Retry-After", Long.toString(slowed.seconds())));
            });
            if (entry.role() != AgentEntry.Role.PLATFORM) {
                throw new PlatformRefusal(PlatformCode.NOT_AUTHORIZED, "Only a user with role platform may act for outside parties.");
            }
            if (!rateLimits.of(entry.id()).getAsBoolean()) {
                throw new PlatformRefusal(PlatformCode.TOO_MANY_REQUESTS,
                        "This user sends too many requests. Wait a second and try again.", SOON);
            }
            return entry;
        });
    }

    private static PlatformRefusal stranger(String message) {
        return new PlatformRefusal(PlatformCode.NOT_AUTHENTICATED, message, CHALLENGE);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private HttpResponse answer(Throwable error) {
        Throwable cause = cause(error);
        if (cause instanceof PlatformRefusal refusal) {
            return ports.json().answer(refusal);
        }
        LOG.atError().setCause(cause).log("a request at the platform door failed");
        return ports.json().answer(new PlatformRefusal(PlatformCode.INTERNAL, "The gateway failed. Its log has the cause."));
    }
}
