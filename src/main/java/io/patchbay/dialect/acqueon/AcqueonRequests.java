package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.UnreadableText;
import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.request.Envelope;
import io.patchbay.dialect.acqueon.request.ReportedError;
import io.patchbay.dialect.acqueon.request.SignInData;
import io.patchbay.dialect.acqueon.request.Topics;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an envelope into commands, or answers it. It is checked in this order: envelope, signed in, verb known, parameters, MediaAddress,
 * CallID, state. The first that fails is the answer (BINDINGS, details of Acqueon). No method throws or blocks.
 */
public final class AcqueonRequests {
    private static final Logger LOG = LoggerFactory.getLogger(AcqueonRequests.class);

    private final CommandGateway gateway;
    private final AcqueonFeeds feeds;
    private final AcqueonSignIn signIn;
    private final AcqueonVerbs verbs;
    private final StrictJson json;
    private final UnreadableText unreadable;
    private final Rejections rejections;

    /** @param rejections gets the texts that are no envelope */
    public AcqueonRequests(CommandGateway gateway, AcqueonFeeds feeds, AcqueonSignIn signIn, AcqueonVerbs verbs, StrictJson.Limits limits,
            Rejections rejections) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.signIn = signIn;
        this.verbs = verbs;
        this.json = new StrictJson(limits);
        this.unreadable = new UnreadableText(AcqueonFeeds.DIALECT, "subtopic", name -> Verb.of(name).isPresent(), json);
        this.rejections = rejections;
    }

    /** The commands of the envelope. Never completes exceptionally. */
    CompletionStage<PendingCommand<AcqueonCompletion>> read(Sender sender, String text) {
        boolean mayAsk = sender.mayAsk();
        ObjectNode members;
        try {
            members = Envelope.members(json, text);
        } catch (Unreadable e) {
            return noEnvelope(sender, text, e.getMessage());
        }
        Optional<String> requestId = Envelope.requestId(members);
        if (!mayAsk) {
            return refused(sender, new AcqueonRefused(ErrorType.SERVICE_UNAVAILABLE, "requests",
                    "This user sends too many requests. Wait a second and try again."), requestId);
        }
        Envelope envelope;
        try {
            envelope = Envelope.of(members);
        } catch (AcqueonRefused e) {
            report(sender, text, e.getMessage());
            return refused(sender, e, requestId);
        }
        return guarded(sender, requestId, () -> ask(sender, envelope));
    }

    /** A text that is no envelope. It may have an id all the same. */
    CompletionStage<PendingCommand<AcqueonCompletion>> noEnvelope(Sender sender, String text, String why) {
        report(sender, text, why);
        return refused(sender, new AcqueonRefused(ErrorType.INVALID_INPUT, "envelope", why), Envelope.requestId(json, text));
    }

    private void report(Sender sender, String text, String why) {
        report(text, why, sender.credentials().or(() -> sender.signedIn().map(who -> who.agent().id())), sender.connection());
    }

    /** Reports a text that is no envelope. Its sender is told apart. */
    void report(String text, String why, Optional<AgentId> user, Optional<String> connection) {
        rejections.add(unreadable.report(text, why).by(user).from(connection));
    }

    /** The sign-in of a connection with credentials. */
    CompletionStage<PendingCommand<AcqueonCompletion>> signIn(Sender sender, SignInData data) {
        return guarded(sender, Optional.empty(), () -> signIn.ask(sender, data, Optional.empty()));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> ask(Sender sender, Envelope envelope) {
        if (envelope.isSignIn()) {
            if (!envelope.cisco()) {
                throw new AcqueonRefused(ErrorType.NOT_IMPLEMENTED, "channel", "Sign-ins are served on the channel Cisco.");
            }
            envelope.verb();
            return signIn.ask(sender, SignInData.of(envelope.data()), envelope.requestId());
        }
        SignedIn who = sender.signedIn().orElseThrow(AcqueonRefused::notSignedIn);
        Verb verb = envelope.verb();
        return switch (verb.kind()) {
            case SIGN_IN, LOGIN -> done(() -> sender.answer(who, loggedIn(who), envelope.requestId()));
            case OWN, TEAM -> verbs.ask(sender, who, envelope, verb);
            case BROADCAST -> broadcast(sender, who, envelope);
            case SYNC -> sync(sender, who, envelope);
            case SUBSCRIBE -> subscribe(sender, who, envelope);
        };
    }

    private AcqueonEvent loggedIn(SignedIn who) {
        AgentEntry agent = who.agent();
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("loginState", "LoggedIn");
        message.putObject("agentInfo").put("name", agent.displayName()).put("extension", who.extension().value())
                .put("loginName", agent.id().value());
        message.set("agentState", feeds.encoder(agent.id()).events().agentState(who.feed().now(), gateway.now()).message().path("data"));
        return new AcqueonEvent("Agent", "LoginSuccess", message, Optional.empty());
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> broadcast(Sender sender, SignedIn who, Envelope envelope) {
        ReportedError error = ReportedError.of(envelope.data());
        return done(() -> feeds.sockets(who.agent().id()).forEach(socket ->
                socket.error(error.envelope(envelope.requestId().filter(id -> sender.is(socket))))));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> sync(Sender sender, SignedIn who, Envelope envelope) {
        CommandId id = gateway.newId();
        envelope.requestId().ifPresent(text -> sender.expect(id, text));
        return answered(() -> sender.sync(who, now -> Bursts.burst(feeds.encoder(who.agent().id()), now, gateway.now(), id)));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> subscribe(Sender sender, SignedIn who, Envelope envelope) {
        Set<String> topics = Topics.of(envelope.data());
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        topics.forEach(message.putArray("topics")::add);
        return done(() -> {
            sender.narrow(topics);
            sender.answer(who, new AcqueonEvent(Verb.BUS, Verb.SUBSCRIBE.subtopic(), message, Optional.empty()), envelope.requestId());
        });
    }

    private static CompletionStage<PendingCommand<AcqueonCompletion>> refused(Sender sender, AcqueonRefused why,
            Optional<String> requestId) {
        return done(() -> sender.refuse(why, requestId));
    }

    private static CompletionStage<PendingCommand<AcqueonCompletion>> done(Runnable answer) {
        return answered(() -> {
            answer.run();
            return CompletableFuture.completedFuture(null);
        });
    }

    /** An envelope that needs no command. */
    private static CompletionStage<PendingCommand<AcqueonCompletion>> answered(Supplier<CompletionStage<Void>> answer) {
        return CompletableFuture.completedFuture(new PendingCommand<>(outcomes -> answer.get(), Optional.empty()));
    }

    /** Makes of a refusal, or of a failure, the answer to the envelope. Also where the answer of the commands fails. */
    private static CompletionStage<PendingCommand<AcqueonCompletion>> guarded(Sender sender, Optional<String> requestId, Asking asking) {
        try {
            return asking.ask().<PendingCommand<AcqueonCompletion>>thenApply(pending -> new PendingCommand<>(
                    outcomes -> CompletableFuture.completedFuture(outcomes).thenCompose(pending.context()::answer)
                            .exceptionally(error -> {
                                sender.refuse(failure(error), requestId);
                                return null;
                            }), pending.commands()))
                    .exceptionallyCompose(error -> refused(sender, failure(error), requestId));
        } catch (RuntimeException e) {
            return refused(sender, failure(e), requestId);
        }
    }

    private interface Asking {
        CompletionStage<PendingCommand<AcqueonCompletion>> ask();
    }

    /** The refusal of an envelope that failed. The log has the cause of a failure of the gateway. */
    static AcqueonRefused failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof AcqueonRefused refused) {
            return refused;
        }
        if (cause instanceof TimeoutException) {
            return new AcqueonRefused(ErrorType.SERVICE_UNAVAILABLE, "UNAVAILABLE",
                    "The agent's state could not be read in time. Try again.");
        }
        LOG.atError().setCause(cause).addKeyValue("dialect", AcqueonFeeds.DIALECT).log("an envelope could not be answered");
        return new AcqueonRefused(ErrorType.INTERNAL, "INTERNAL", "The gateway failed. Its log has the cause.");
    }
}
