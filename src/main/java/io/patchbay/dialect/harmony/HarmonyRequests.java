package io.patchbay.dialect.harmony;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.harmony.request.HarmonyCommands;
import io.patchbay.dialect.harmony.request.HarmonyCommands.Kind;
import io.patchbay.dialect.harmony.request.HarmonyCommands.Known;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.request.HarmonyTarget;
import io.patchbay.dialect.harmony.request.HarmonyTarget.Level;
import io.patchbay.dialect.harmony.request.RequestRefused;
import io.patchbay.dialect.harmony.request.ScriptRequests;
import io.patchbay.dialect.harmony.request.TargetedRequest;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.SessionId;
import java.util.Optional;

/**
 * Turns a bound client's request into a command. Checked in this order, after the envelope: bound, started, command known, target exists
 * and is mine, target of the right kind, data; the first that fails is the answer (BINDINGS: anything before binding is SESSION_NOT_BOUND).
 */
final class HarmonyRequests {
    static final String DIALECT = "harmony";

    private final CommandGateway gateway;
    private final Directory directory;
    private final ContactPolicy terms;
    private final StrictJson json;
    private final HarmonyReplies replies;

    HarmonyRequests(CommandGateway gateway, Directory directory, ContactPolicy terms, StrictJson json, HarmonyReplies replies) {
        this.gateway = gateway;
        this.directory = directory;
        this.terms = terms;
        this.json = json;
        this.replies = replies;
    }

    PendingCommand<HarmonyCompletion> ask(HarmonyClient client, HarmonyRequest request) {
        HarmonyBinding binding = client.binding().filter(b -> !b.isOver())
                .orElseThrow(() -> RequestRefused.with(HarmonyCode.SESSION_NOT_BOUND, "Send prepareSession first."));
        Optional<Known> found = HarmonyCommands.find(request.command());
        if (!binding.isStarted() && found.filter(known -> known.kind() == Kind.START).isEmpty()) {
            throw RequestRefused.with(HarmonyCode.SESSION_NOT_STARTED, "Send session.start first.");
        }
        Known known = found.orElseThrow(() -> RequestRefused.with(HarmonyCode.UNKNOWN_COMMAND,
                "There is no such command" + HarmonyCommands.suggestion(request.command()) + "."));
        HarmonyAnswers answers = new HarmonyAnswers(client, binding, request, replies);
        String digest = Ids.digest(json.canonical(request.payload(known.name())));
        Optional<AcceptedRequests.Request> first = request.requestId().flatMap(binding.accepted()::first);
        boolean same = first.filter(it -> it.digest().equals(digest)).isPresent();
        if (first.isPresent() && !(known.isQuestion() && same)) {
            return again(answers, first.get(), same, known);
        }
        return switch (known.kind()) {
            case START -> start(binding, request, answers, digest);
            case ADDRESS_BOOK, ADDRESS_BOOK_STOP, SCRIPTS -> known(binding, order(binding, request, known), known, answers, digest);
            case PREPARE, BIND, LOGOUT, SIGNAL, CELL -> cell(binding, request, known, answers, digest);
        };
    }

    private static PendingCommand<HarmonyCompletion> again(HarmonyAnswers answers, AcceptedRequests.Request first, boolean same,
            Known known) {
        if (!same) {
            throw RequestRefused.with(HarmonyCode.CONFLICT, "This requestId was used before for another request. Use a new requestId.");
        }
        return new PendingCommand<>(none -> first.outcome().thenAccept(outcome -> answers.repeated(known.kind(), outcome)),
                Optional.empty());
    }

    private PendingCommand<HarmonyCompletion> start(HarmonyBinding binding, HarmonyRequest request, HarmonyAnswers answers, String digest) {
        if (binding.isStarted()) {
            throw RequestRefused.with(HarmonyCode.SESSION_ALREADY_STARTED,
                    "The session is started already. Do not send session.start again.");
        }
        HarmonyTarget.resolve(Level.SESSION, request.target(), binding.agent(), binding.session(), Replicas.NONE);
        request.data().textIfAny("extension");
        return new PendingCommand<>(outcome -> answers.start(digest), Optional.empty());
    }

    private TargetedRequest order(HarmonyBinding binding, HarmonyRequest request, Known known) {
        Replicas now = binding.feed().now();
        HarmonyTarget target = HarmonyTarget.resolve(known.level(), request.target(), binding.agent(), binding.session(), now);
        return new TargetedRequest(binding.entry(), target, request.data(), now, directory, terms);
    }

    /** What needs no cell: the directory says it, and how the agents are. */
    private PendingCommand<HarmonyCompletion> known(HarmonyBinding binding, TargetedRequest order, Known known, HarmonyAnswers answers,
            String digest) {
        AddressBookWatch book = binding.addressBook();
        if (known.kind() == Kind.ADDRESS_BOOK) {
            AddressBookWatch.Reading reading = book.read(order.data().flag("realtime"));
            return new PendingCommand<>(outcome -> reading.first().thenAccept(data -> {
                answers.data(data, digest);
                reading.goOn();
            }), Optional.empty());
        }
        return new PendingCommand<>(outcome -> {
            if (known.kind() == Kind.ADDRESS_BOOK_STOP) {
                book.stop();
            }
            return known.kind() == Kind.SCRIPTS ? answers.data(ScriptRequests.list(order), digest) : answers.echo(digest);
        }, Optional.empty());
    }

    private PendingCommand<HarmonyCompletion> cell(HarmonyBinding binding, HarmonyRequest request, Known known, HarmonyAnswers answers,
            String digest) {
        TargetedRequest order = order(binding, request, known);
        Body body = known.decoder().apply(order);
        CommandId id = request.requestId()
                .map(own -> Ids.command(binding.agent().value(), DIALECT, binding.session().value(), own)).orElseGet(gateway::newId);
        Command command = Command.of(id, gateway.now(), order.subjectOf(body), body, digest);
        binding.feed().expect(id);
        request.requestId().ifPresent(own -> binding.accepted().sent(own, digest));
        return new PendingCommand<>(outcome -> answers.command(known.kind(), id, outcome), Optional.of(command));
    }

    /** A client of this dialect, which completes its calls itself (CHOREOGRAPHY A16). */
    static Agent.Binding binding(SessionId session, String member) {
        return new Agent.Binding(session, DIALECT, member, true);
    }
}
