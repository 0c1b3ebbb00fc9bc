package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.door.UserRateLimits;
import io.patchbay.door.session.IdleSessions;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.door.session.SingleReply;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Authentication;
import io.patchbay.model.SignInOrigin;
import io.patchbay.reading.Roles;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /harmony} (BINDINGS, Harmony): Basic credentials name the agent, one request in, its response out; a session prepared here
 * has no connection, and its events go nowhere. No method throws or completes exceptionally.
 */
public final class HarmonyPost implements ErrorRenderer {
    private static final String PATH = "/harmony";
    private static final Logger LOG = LoggerFactory.getLogger(HarmonyPost.class);
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Basic realm=\"patchbay harmony\", charset=\"UTF-8\"");

    private final HarmonyReplies replies = new HarmonyReplies();
    private final HarmonyDoor door;
    private final SignIn signIn;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;
    private final IdleSessions<HarmonySession> sessions;
    private final UserRateLimits allowances;

    /**
     * @param grace how long a session lives on after its last request
     * @param pace  how fast one agent may ask
     * @param rejections gets the bodies that are no request
     */
    public HarmonyPost(HarmonyDoor door, SignIn signIn, StrictJson.Limits limits, Duration grace, RateLimit pace, Rejections rejections) {
        this.allowances = new UserRateLimits(pace);
        this.door = door;
        this.signIn = signIn;
        this.json = new StrictJson(limits);
        this.rejections = rejections;
        this.unreadable = HarmonyDoor.unreadable(json);
        this.sessions = new IdleSessions<>(door.sessions(), grace);
    }

    public CompletionStage<PendingCommand<PostCompletion>> decode(HttpRequest ask) {
        return decoded(ask).thenApply(pending -> pending.named(ask.operation()));
    }

    private CompletionStage<PendingCommand<PostCompletion>> decoded(HttpRequest ask) {
        if (ask.why().isPresent()) {
            return answer(unreadable("", ask.why().get(), Optional.empty()));
        }
        Optional<BasicCredentials> given = ask.credentials();
        if (given.isEmpty()) {
            return stranger("Send Basic credentials of an agent.");
        }
        return signIn.authenticate(given.get().user(), given.get().password(), new SignInOrigin(HarmonyDoor.DIALECT, ask.remote()))
                .thenCompose(found -> found.filter(Roles::works).match(agent -> read(agent, ask),
                        () -> stranger("Agent and password do not match. Send the Basic credentials of an agent."), this::slowed))
                .exceptionally(error -> PendingCommand.answered(outcome -> CompletableFuture.completedFuture(mistake(error)),
                        String.valueOf(500)));
    }

    public CompletionStage<HttpResponse> reply(CompletedCommand<PostCompletion> answered) {
        return CompletableFuture.completedFuture(answered.outcome()).thenCompose(answered.context()::answer).exceptionally(this::mistake);
    }

    @Override
    public boolean renders(String path) {
        return path.equals(PATH);
    }

    @Override
    public HttpResponse refused(int status, String sentence) {
        HarmonyCode code = switch (status) {
            case 401 -> HarmonyCode.NOT_AUTHENTICATED;
            case 503 -> HarmonyCode.UNAVAILABLE;
            default -> status >= 500 ? HarmonyCode.INTERNAL : HarmonyCode.INVALID_MESSAGE;
        };
        return HttpResponse.json(status, json.write(replies.unreadable("", code, sentence)));
    }

    private CompletionStage<PendingCommand<PostCompletion>> read(AgentEntry agent, HttpRequest ask) {
        String body = ask.body();
        boolean mayAsk = allowances.of(agent.id()).getAsBoolean();
        try {
            if (!(json.read(body) instanceof ObjectNode object)) {
                return answer(unreadable(body, "A message must be a JSON object.", Optional.of(agent.id())));
            }
            HarmonyRequest request = HarmonyRequest.of(object);
            return mayAsk ? request(agent, ask.remote(), request, why -> told(body, why, Optional.of(agent.id())))
                    : answer(HttpResponse.json(200, json.write(replies.tooMany(request))));
        } catch (Unreadable e) {
            return answer(unreadable(body, e.getMessage(), Optional.of(agent.id())));
        }
    }

    private CompletionStage<PendingCommand<PostCompletion>> request(AgentEntry agent, String remote, HarmonyRequest request,
            Consumer<String> faulty) {
        boolean begins = !request.hasTarget();
        JsonNode named = request.read().at("/data/agent/id");
        if (begins && named.isTextual() && !named.textValue().equals(agent.id().value())) {
            return answer(HttpResponse.json(200, json.write(replies.failure(request, HarmonyCode.NOT_AUTHENTICATED,
                    "The agent must be the user of the Basic credentials."))));
        }
        SingleReply line = new SingleReply(remote);
        HarmonyClient client = new HarmonyClient(line, json, allowances.of(agent.id()));
        Optional<SessionConnection<HarmonySession>> had = begins ? Optional.empty() : sessions.of(agent.id());
        had.ifPresent(binding -> {
            client.bind(binding);
            sessions.renew(binding);
        });
        return door.handle(client, request, faulty).thenApply(ask -> ask.by(agent.id()).with(outcome -> ask.context().answer(outcome)
                .thenApply(done -> {
                    keep(client, had);
                    return HttpResponse.json(200, line.reply().orElseGet(() -> json.write(
                            replies.failure(request, HarmonyCode.SESSION_NOT_BOUND, "The session has ended. Send prepareSession."))));
                })));
    }

    /** The session that the request was for, or that it made, lives on; unless it is over. */
    private void keep(HarmonyClient client, Optional<SessionConnection<HarmonySession>> had) {
        client.bound().filter(session -> !session.state().isOver())
                .ifPresentOrElse(sessions::renew, () -> had.ifPresent(sessions::forget));
    }

    private CompletionStage<PendingCommand<PostCompletion>> stranger(String message) {
        ObjectNode body = replies.unreadable("", HarmonyCode.NOT_AUTHENTICATED, message);
        return answer(new HttpResponse(401, "application/json", json.write(body), CHALLENGE));
    }

    private CompletionStage<PendingCommand<PostCompletion>> slowed(Authentication.Slowed<?> slowed) {
        ObjectNode body = replies.unreadable("", HarmonyCode.TOO_MANY_REQUESTS, slowed.sentence());
        return answer(new HttpResponse(429, "application/json", json.write(body), Map.of("Retry-After", Long.toString(slowed.seconds()))));
    }

    private void told(String text, String why, Optional<AgentId> user) {
        rejections.add(unreadable.report(text, why).by(user));
    }

    private HttpResponse unreadable(String text, String message, Optional<AgentId> user) {
        told(text, message, user);
        return HttpResponse.json(400, json.write(replies.unreadable(text, message)));
    }

    private HttpResponse mistake(Throwable error) {
        LOG.atError().setCause(error).addKeyValue("dialect", HarmonyDoor.DIALECT).log("a posted request could not be answered");
        return HttpResponse.json(500, json.write(
                replies.unreadable("", HarmonyCode.INTERNAL, "The gateway failed. Its log has the cause.")));
    }

    private static CompletionStage<PendingCommand<PostCompletion>> answer(HttpResponse answer) {
        return CompletableFuture.completedFuture(PendingCommand.answered(outcome -> CompletableFuture.completedFuture(answer),
                String.valueOf(answer.status())));
    }
}
