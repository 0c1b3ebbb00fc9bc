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
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialect.acqueon.words.VerbTable;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Turns an envelope into commands, or answers it. It is checked in this order: envelope, signed in, verb known, parameters, MediaAddress,
 * CallID, state. The first that fails is the answer (BINDINGS, details of Acqueon). No method throws or blocks.
 */
public final class AcqueonRequests {
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
        this.unreadable = new UnreadableText(AcqueonFeeds.DIALECT, "subtopic", VerbTable::isKnown, json);
        this.rejections = rejections;
    }

    /** The commands of the envelope. Never completes exceptionally. */
    CompletionStage<PendingCommand<AcqueonCompletion>> read(Sender sender, String text) {
        Optional<AgentId> agent = sender.credentials().or(() -> sender.signedIn(Optional.empty()).map(who -> who.agent().id()));
        return asked(sender, text).thenApply(pending -> agent.map(pending::by).orElse(pending));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> asked(Sender sender, String text) {
        boolean mayAsk = sender.mayAsk();
        ObjectNode members;
        try {
            members = Envelope.members(json, text);
        } catch (Unreadable e) {
            return noEnvelope(sender, text, e.getMessage());
        }
        Question question = question(sender, Envelope.flavour(members), Envelope.requestId(members));
        if (!mayAsk) {
            return question.refused(new AcqueonRefused(ErrorType.SERVICE_UNAVAILABLE, "requests",
                    "This user sends too many requests. Wait a second and try again."));
        }
        Envelope envelope;
        try {
            envelope = Envelope.of(members);
        } catch (AcqueonRefused e) {
            report(sender, text, e.getMessage());
            return question.refused(e);
        }
        String operation = VerbTable.isKnown(envelope.subtopic()) ? envelope.subtopic() : "unknown";
        return question.guarded(() -> ask(question, envelope)).thenApply(pending -> pending.named(operation));
    }

    /** It is answered on the channel of the connection, or on its own before a sign-in. */
    private static Question question(Sender sender, Optional<Flavour> asked, Optional<String> requestId) {
        return new Question(sender, sender.signedIn(asked).map(SignedIn::flavour).or(() -> asked).orElse(Flavour.CISCO), requestId);
    }

    /** A text that is no envelope. It may have an id all the same. */
    CompletionStage<PendingCommand<AcqueonCompletion>> noEnvelope(Sender sender, String text, String why) {
        report(sender, text, why);
        return question(sender, Optional.empty(), Envelope.requestId(json, text))
                .refused(new AcqueonRefused(ErrorType.INVALID_INPUT, "envelope", why));
    }

    private void report(Sender sender, String text, String why) {
        report(text, why, sender.credentials().or(() -> sender.signedIn(Optional.empty()).map(who -> who.agent().id())),
                sender.connection());
    }

    /** Reports a text that is no envelope. Its sender is told apart. */
    void report(String text, String why, Optional<AgentId> user, Optional<String> connection) {
        rejections.add(unreadable.report(text, why).by(user).from(connection));
    }

    /** The sign-in of a connection with credentials. */
    CompletionStage<PendingCommand<AcqueonCompletion>> signIn(Sender sender, SignInData data) {
        Question question = question(sender, Optional.empty(), Optional.empty());
        return question.guarded(() -> signIn.ask(sender, data, question.flavour(), Optional.empty()));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> ask(Question question, Envelope envelope) {
        Sender sender = question.sender();
        if (envelope.isSignIn()) {
            Flavour flavour = envelope.flavour().orElse(Flavour.CISCO);
            envelope.verb(flavour);
            return signIn.ask(sender, SignInData.of(envelope.data()), flavour, envelope.requestId());
        }
        SignedIn who = sender.signedIn(envelope.flavour()).orElseThrow(AcqueonRefused::notSignedIn);
        VerbRow row = envelope.verb(who.flavour());
        return switch (row.verb().kind()) {
            case SIGN_IN, QUESTION -> answer(sender, who, envelope, row.verb());
            case OWN, TEAM -> verbs.ask(sender, who, envelope, row);
            case BROADCAST -> broadcast(sender, who, envelope);
            case SUBSCRIBE -> subscribe(sender, who, envelope);
        };
    }

    /** A login is answered also where the topics of the connection are narrowed. */
    private CompletionStage<PendingCommand<AcqueonCompletion>> answer(Sender sender, SignedIn who, Envelope envelope, Verb verb) {
        CommandId id = gateway.newId();
        RecordingEncoder encoder = feeds.encoder(who.agent().id());
        if (verb == Verb.LOGIN) {
            return Question.done(() -> Bursts.answer(encoder, verb, who.feed().now(), gateway.now(), id)
                    .forEach(notice -> who.envelopes().of(notice).forEach(event -> sender.answer(event, envelope.requestId()))));
        }
        envelope.requestId().ifPresent(text -> sender.expect(id, text));
        return Question.answered(() -> sender.sync(who, now -> Bursts.answer(encoder, verb, now, gateway.now(), id)));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> broadcast(Sender sender, SignedIn who, Envelope envelope) {
        ReportedError error = ReportedError.of(envelope.data());
        return Question.done(() -> feeds.sockets(who.agent().id()).stream().filter(socket -> socket.isOn(who.flavour())).forEach(socket ->
                socket.error(error.envelope(who.flavour(), envelope.requestId().filter(id -> sender.is(socket))))));
    }

    private CompletionStage<PendingCommand<AcqueonCompletion>> subscribe(Sender sender, SignedIn who, Envelope envelope) {
        Set<String> topics = Topics.of(envelope.data(), who.flavour().topics());
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        topics.forEach(message.putArray("topics")::add);
        return Question.done(() -> {
            sender.narrow(topics);
            sender.answer(new AcqueonEvent(who.flavour(), VerbTable.BUS, "Subscribe", message), envelope.requestId());
        });
    }
}
