package io.patchbay.dialect.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.dialect.genesys.frame.CustomerResources;
import io.patchbay.dialect.genesys.frame.GenesysUris;
import io.patchbay.dialect.genesys.request.CustomerOperations;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.AddressRateLimits;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.ContactLookup;
import io.patchbay.door.CustomerView;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.RateLimit;
import io.patchbay.door.Rejections;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Outcome;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.Subject;
import io.patchbay.wire.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * The chats of customers, who are anonymous (BINDINGS, Genesys). The id of a chat is a secret of 128 random bits. The interaction id
 * derives from it, so the secret is good at every member and kept nowhere, and the interaction id does not tell it. No method blocks.
 */
public final class CustomerRequests {
    private static final String CHATS = "chats";
    private static final String MESSAGES = "messages";
    private static final int LOG_SEGMENTS = 3;
    private static final int SECRET_BYTES = 16;
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{32}");

    private final SecureRandom random = new SecureRandom();
    private final CommandGateway gateway;
    private final ContactLookup contacts;
    private final GenesysLogs logs;
    private final GenesysUris uris;
    private final CustomerOperations operations;
    private final AddressRateLimits begun;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;

    /**
     * @param url   base of the addresses of resources
     * @param policy travels with the chats that begin here
     * @param limit  of new chats from one address
     * @param rejections gets the bodies that are no operation
     */
    public CustomerRequests(CommandGateway gateway, ContactLookup contacts, GenesysLogs logs, Directory directory, String url,
            ContactPolicy policy, RateLimit limit, StrictJson.Limits limits, Rejections rejections) {
        this.gateway = gateway;
        this.contacts = contacts;
        this.logs = logs;
        this.uris = new GenesysUris(url);
        this.operations = new CustomerOperations(directory, policy);
        this.begun = new AddressRateLimits(limit);
        this.json = new StrictJson(limits);
        this.unreadable = new UnreadableText(GenesysFeeds.DIALECT, "operationName", CustomerOperations::isName, json);
        this.rejections = rejections;
    }

    /** Whether it is a request of a customer: without credentials and cookie, for {@code /chats} without {@code /me}. */
    boolean serves(HttpRequest request, GenesysPath path) {
        boolean reads = request.method().equals("GET");
        return !path.me() && GenesysUsers.isAnonymous(request)
                && (path.is(CHATS) && !reads || path.isOneOf(CHATS) || isLog(path) && reads);
    }

    /** Completes exceptionally where the contact cannot be read. */
    CompletionStage<PendingCommand<GenesysCompletion>> decode(HttpRequest request, GenesysPath path) {
        try {
            if (request.method().equals("GET")) {
                return read(request, path).thenCompose(GenesysAnswers::answered);
            }
            if (!(json.read(request.body()) instanceof ObjectNode object)) {
                throw new Unreadable("The body must be a JSON object with an operationName.");
            }
            GenesysBody body = new GenesysBody(object);
            return CompletableFuture.completedFuture(path.is(CHATS) ? begin(request, body) : act(contact(path), operations.act(body)));
        } catch (Unreadable e) {
            rejections.add(unreadable.report(request.body(), e.getMessage()));
            return GenesysAnswers.answered(GenesysReply.refused(GenesysStatus.PARAMETER_MISSING, e.getMessage()));
        } catch (OperationRefused e) {
            return GenesysAnswers.answered(e.reply());
        }
    }

    private PendingCommand<GenesysCompletion> begin(HttpRequest request, GenesysBody body) {
        PlatformCommand.SessionRequested chat = operations.begin(body);
        if (!begun.of(request.remote()).getAsBoolean()) {
            throw new OperationRefused(GenesysStatus.TOO_FAST, "Too many chats begin from this address. Wait a second and try again.");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String id = HexFormat.of().formatHex(secret);
        GenesysReply reply = GenesysReply.ok();
        reply.body().setAll(CustomerResources.begun(id, uris));
        return pending(command(id), interaction(id), chat, reply);
    }

    private PendingCommand<GenesysCompletion> act(InteractionId contact, PlatformCommand acts) {
        return pending(gateway.newId(), contact, acts, GenesysReply.ok());
    }

    private PendingCommand<GenesysCompletion> pending(CommandId id, InteractionId contact, PlatformCommand command, GenesysReply reply) {
        return new PendingCommand<>(outcomes -> CompletableFuture.completedFuture(GenesysAnswers.response(
                outcomes.stream().allMatch(Outcome::isAccepted) ? reply : GenesysReply.of(outcomes.get(0)))),
                List.of(Command.of(id, gateway.now(), Subject.of(contact), command)));
    }

    private CompletionStage<GenesysReply> read(HttpRequest request, GenesysPath path) {
        InteractionId id = contact(path);
        return GenesysAnswers.orUnavailable(contacts.find(id), "the chat").thenCompose(found -> {
            Interaction contact = found.orElseThrow(CustomerRequests::nothing);
            if (isLog(path)) {
                return logs.readByCustomer(id, contact, request.query());
            }
            GenesysReply reply = GenesysReply.ok();
            reply.body().set("chat", CustomerResources.chat(path.id(), CustomerView.of(id, contact, List.of())));
            return CompletableFuture.completedFuture(reply);
        });
    }

    private static boolean isLog(GenesysPath path) {
        return path.segments().size() == LOG_SEGMENTS && path.segments().get(0).equals(CHATS) && path.segments().get(2).equals(MESSAGES);
    }

    private static InteractionId contact(GenesysPath path) {
        if (!SECRET.matcher(path.id()).matches()) {
            throw nothing();
        }
        return interaction(path.id());
    }

    private static OperationRefused nothing() {
        return new OperationRefused(GenesysStatus.NOT_FOUND, "There is no such chat.");
    }

    private static CommandId command(String secret) {
        return Ids.command(GenesysFeeds.DIALECT, "customer", secret);
    }

    private static InteractionId interaction(String secret) {
        return Ids.interaction(command(secret));
    }
}
