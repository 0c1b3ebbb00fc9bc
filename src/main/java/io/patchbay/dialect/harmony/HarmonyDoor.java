package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.dialect.harmony.request.HarmonyCommands;
import io.patchbay.dialect.harmony.request.HarmonyCommands.Known;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.request.RequestRefused;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.door.session.ClientSessions;
import io.patchbay.door.session.Exclusivity;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.door.session.SessionPolicy;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the Harmony route. A signal of a connection comes in; {@link #decode} makes it a command, or finds the answer itself;
 * {@link #reply} answers the client. Neither throws nor completes exceptionally: a mistake of ours is answered INTERNAL and logged.
 */
public final class HarmonyDoor {
    static final String DIALECT = "harmony";
    private static final Logger LOG = LoggerFactory.getLogger(HarmonyDoor.class);

    private final Map<String, HarmonyClient> clients = new ConcurrentHashMap<>();
    private final HarmonyReplies replies = new HarmonyReplies();
    private final RateLimit pace;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;
    private final ClientSessions<HarmonySession> sessions;
    private final HarmonyRequests requests;

    /**
     * @param terms  travel with the calls dialled here
     * @param limits what a message may cost
     * @param grace  how long a session outlives its last lost connection
     * @param presenceWatch what the address book knows of the agents
     * @param pace   how fast one client may ask
     * @param rejections gets the messages that are no request
     */
    public HarmonyDoor(CommandGateway gateway, SignIn signIn, Directory directory, ContactPolicy terms, StrictJson.Limits limits,
            Duration grace,
                       PresenceWatch presenceWatch, RateLimit pace, Rejections rejections) {
        this.pace = pace;
        this.json = new StrictJson(limits);
        this.rejections = rejections;
        this.unreadable = unreadable(json);
        this.sessions = new ClientSessions<>(gateway, new SessionPolicy(DIALECT, Exclusivity.EXCLUSIVE, true, grace,
                SessionPolicy.Replies.BEFORE_EVENTS));
        HarmonySession.Factory clients =
                (client, agent, session) -> new HarmonySession(client, agent, session, directory, presenceWatch, gateway);
        this.requests = new HarmonyRequests(new SessionPreparation(sessions, signIn, clients, replies),
                new SessionResumption(sessions, signIn, clients, replies), directory, terms, json, replies);
    }

    /** A report names the request, where it is a documented one. */
    static UnreadableText unreadable(StrictJson json) {
        return new UnreadableText(DIALECT, "command", name -> HarmonyCommands.find(name).isPresent(), json);
    }

    public CompletionStage<PendingCommand<HarmonyCompletion>> decode(ConnectionEvent signal) {
        return signal.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<PendingCommand<HarmonyCompletion>> opened(ConnectionEvent.Opened opened) {
                client(opened.connection());
                return nothing();
            }

            @Override
            public CompletionStage<PendingCommand<HarmonyCompletion>> frame(ConnectionEvent.Frame frame) {
                return read(client(frame.connection()), frame.text());
            }

            @Override
            public CompletionStage<PendingCommand<HarmonyCompletion>> closed(ConnectionEvent.Closed closed) {
                HarmonyClient left = clients.remove(closed.connection().id());
                return left == null ? nothing() : leave(left);
            }

            @Override
            public CompletionStage<PendingCommand<HarmonyCompletion>> unreadable(ConnectionEvent.Unreadable sent) {
                return noRequest(client(sent.connection()), sent.beginning(), sent.why());
            }
        });
    }

    public CompletionStage<Void> reply(CompletedCommand<HarmonyCompletion> answered) {
        try {
            return answered.context().answer(answered.outcome()).exceptionally(HarmonyDoor::unanswered);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(unanswered(e));
        }
    }

    ClientSessions<HarmonySession> sessions() {
        return sessions;
    }

    private HarmonyClient client(ClientConnection connection) {
        return clients.computeIfAbsent(connection.id(), id -> new HarmonyClient(connection, json, pace.allowance()));
    }

    private CompletionStage<PendingCommand<HarmonyCompletion>> read(HarmonyClient client, String text) {
        boolean mayAsk = client.mayAsk();
        try {
            if (!(json.read(text) instanceof ObjectNode object)) {
                return noRequest(client, text, "A message must be a JSON object.");
            }
            HarmonyRequest request = HarmonyRequest.of(object);
            return mayAsk ? handle(client, request, why -> told(client, text, why)) : refuse(client, request);
        } catch (Unreadable e) {
            return noRequest(client, text, e.getMessage());
        }
    }

    private CompletionStage<PendingCommand<HarmonyCompletion>> noRequest(HarmonyClient client, String text, String why) {
        told(client, text, why);
        return answer(client, replies.unreadable(text, why));
    }

    private void told(HarmonyClient client, String text, String why) {
        rejections.add(unreadable.report(text, why).by(client.bound().map(SessionConnection::agent)).from(Optional.of(client.id())));
    }

    private CompletionStage<PendingCommand<HarmonyCompletion>> refuse(HarmonyClient client, HarmonyRequest request) {
        return answer(client, replies.tooMany(request)).thenApply(ask -> summed(ask, client, request));
    }

    /** @param faulty is told why, where it is no request */
    CompletionStage<PendingCommand<HarmonyCompletion>> handle(HarmonyClient client, HarmonyRequest request, Consumer<String> faulty) {
        return handled(client, request, faulty).thenApply(ask -> summed(ask, client, request));
    }

    private static PendingCommand<HarmonyCompletion> summed(PendingCommand<HarmonyCompletion> ask, HarmonyClient client,
            HarmonyRequest request) {
        PendingCommand<HarmonyCompletion> named = ask.named(HarmonyCommands.find(request.command()).map(Known::name).orElse("unknown"));
        return client.bound().map(session -> named.by(session.agent())).orElse(named);
    }

    private CompletionStage<PendingCommand<HarmonyCompletion>> handled(HarmonyClient client, HarmonyRequest request,
            Consumer<String> faulty) {
        Optional<String> fault = request.fault();
        if (fault.isPresent()) {
            faulty.accept(fault.get());
            return answer(client, replies.failure(request, HarmonyCode.INVALID_MESSAGE, fault.get()));
        }
        try {
            return requests.ask(client, request).exceptionallyCompose(error -> declined(client, request, error));
        } catch (RuntimeException e) {
            return declined(client, request, e);
        }
    }

    private CompletionStage<PendingCommand<HarmonyCompletion>> declined(HarmonyClient client, HarmonyRequest request, Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof RequestRefused declined) {
            return answer(client, declined.reply(replies, request));
        }
        LOG.atError().setCause(cause).addKeyValue("dialect", DIALECT).log("a request could not be decoded");
        return answer(client, replies.failure(request, HarmonyCode.INTERNAL, "The gateway failed. Its log has the cause."));
    }

    /** Only the binding is lost. The session continues for its grace time (DESIGN 4.16). */
    private CompletionStage<PendingCommand<HarmonyCompletion>> leave(HarmonyClient client) {
        return client.bound().flatMap(sessions::lose).map(lost -> done(new PendingCommand<HarmonyCompletion>(
                outcome -> CompletableFuture.completedFuture(null), Optional.of(lost)))).orElseGet(HarmonyDoor::nothing);
    }

    private static CompletionStage<PendingCommand<HarmonyCompletion>> answer(HarmonyClient client, JsonNode reply) {
        return done(PendingCommand.answered(outcome -> {
            client.send(reply);
            return CompletableFuture.completedFuture(null);
        }, reply.at("/failure/code").asText("success")));
    }

    private static CompletionStage<PendingCommand<HarmonyCompletion>> nothing() {
        return done(new PendingCommand<>(outcome -> CompletableFuture.completedFuture(null), Optional.empty()));
    }

    private static CompletionStage<PendingCommand<HarmonyCompletion>> done(PendingCommand<HarmonyCompletion> ask) {
        return CompletableFuture.completedFuture(ask);
    }

    private static Void unanswered(Throwable error) {
        LOG.atError().setCause(error).addKeyValue("dialect", DIALECT).log("a request could not be answered");
        return null;
    }
}
