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
import io.patchbay.dialect.harmony.words.HarmonyTargets;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Replicas;
import io.patchbay.door.session.AcceptedRequests;
import io.patchbay.door.session.PendingRequest;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.model.Body;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns a request into a command or its answer. Those of a bound client are checked in this order, after the envelope: bound, started,
 * command known, target exists and is mine, target of the right kind, data; the first that fails is the answer (BINDINGS: anything before
 * binding is SESSION_NOT_BOUND).
 */
record HarmonyRequests(SessionPreparation preparation, SessionResumption resumption, Directory directory, ContactPolicy terms,
        StrictJson json, HarmonyReplies replies) {

    /** Throws {@link RequestRefused}, or completes with it. */
    CompletionStage<PendingCommand<HarmonyCompletion>> ask(HarmonyClient client, HarmonyRequest request) {
        Optional<Known> found = HarmonyCommands.find(request.command());
        return switch (found.map(Known::kind).orElse(Kind.CELL)) {
            case PREPARE -> preparation.ask(client, request);
            case BIND -> resumption.ask(client, request);
            case START -> bound(client, request, found, this::start);
            case ADDRESS_BOOK -> bound(client, request, found, this::addressBook);
            case ADDRESS_BOOK_STOP -> bound(client, request, found, this::addressBookStop);
            case SCRIPTS -> bound(client, request, found, this::scripts);
            case CELL -> bound(client, request, found, this::command);
        };
    }

    private CompletionStage<PendingCommand<HarmonyCompletion>> bound(HarmonyClient client, HarmonyRequest request, Optional<Known> found,
            Function<BoundRequest, PendingCommand<HarmonyCompletion>> handler) {
        SessionConnection<HarmonySession> session = client.bound().filter(s -> !s.state().isOver())
                .orElseThrow(() -> RequestRefused.with(HarmonyCode.SESSION_NOT_BOUND, "Send prepareSession first."));
        if (!session.state().isStarted() && found.filter(known -> known.kind() == Kind.START).isEmpty()) {
            throw RequestRefused.with(HarmonyCode.SESSION_NOT_STARTED, "Send session.start first.");
        }
        Known known = found.orElseThrow(() -> RequestRefused.with(HarmonyCode.UNKNOWN_COMMAND,
                "There is no such command" + HarmonyCommands.suggestion(request.command()) + "."));
        String digest = Ids.digest(json.canonical(request.payload(known.name())));
        BoundRequest bound = new BoundRequest(client, session, request, known, digest, replies);
        Optional<AcceptedRequests.Request> first = request.requestId().flatMap(session.requests().accepted()::first);
        boolean again = first.isPresent() && !(known.isQuestion() && first.get().has(digest));
        if (again) {
            return CompletableFuture.completedFuture(again(bound, first.get()));
        }
        try {
            return CompletableFuture.completedFuture(handler.apply(bound));
        } catch (RequestRefused refused) {
            return earlier(bound, refused);
        }
    }

    /** What the request named may be gone because its command was taken, at another member or longer ago than is remembered here. */
    private static CompletionStage<PendingCommand<HarmonyCompletion>> earlier(BoundRequest bound, RequestRefused refused) {
        if (bound.known().kind() != Kind.CELL || bound.request().requestId().isEmpty()) {
            throw refused;
        }
        List<Subject> cells = new ArrayList<>();
        HarmonyTargets.interactionIn(bound.request().target()).map(Subject::of).ifPresent(cells::add);
        cells.add(Subject.of(bound.session().agent()));
        return bound.session().requests().earlier(bound.request().requestId().get(), bound.digest(), cells)
                .thenApply(found -> again(bound, found.orElseThrow(() -> refused)));
    }

    private static PendingCommand<HarmonyCompletion> again(BoundRequest bound, AcceptedRequests.Request first) {
        if (!first.has(bound.digest())) {
            throw RequestRefused.with(HarmonyCode.CONFLICT, "This requestId was used before for another request. Use a new requestId.");
        }
        return none(() -> first.outcome().thenAccept(bound::answer));
    }

    private static PendingCommand<HarmonyCompletion> again(BoundRequest bound, Outcome outcome) {
        return none(() -> {
            bound.answer(outcome);
            return CompletableFuture.completedFuture(null);
        });
    }

    private PendingCommand<HarmonyCompletion> start(BoundRequest bound) {
        SessionConnection<HarmonySession> session = bound.session();
        if (session.state().isStarted()) {
            throw RequestRefused.with(HarmonyCode.SESSION_ALREADY_STARTED,
                    "The session is started already. Do not send session.start again.");
        }
        HarmonyTarget.resolve(Level.SESSION, bound.request().target(), session.agent(), session.session(), Replicas.NONE);
        bound.request().data().textIfAny("extension");
        return none(bound::start);
    }

    private PendingCommand<HarmonyCompletion> addressBook(BoundRequest bound) {
        AddressBookWatch.Reading reading = bound.session().client().addressBook().read(targeted(bound).data().flag("realtime"));
        return none(() -> reading.first().thenAccept(data -> {
            bound.data(data);
            reading.goOn();
        }));
    }

    private PendingCommand<HarmonyCompletion> addressBookStop(BoundRequest bound) {
        targeted(bound);
        return none(() -> {
            bound.session().client().addressBook().stop();
            return bound.accept();
        });
    }

    private PendingCommand<HarmonyCompletion> scripts(BoundRequest bound) {
        TargetedRequest targeted = targeted(bound);
        return none(() -> bound.data(ScriptRequests.list(targeted)));
    }

    private PendingCommand<HarmonyCompletion> command(BoundRequest bound) {
        TargetedRequest targeted = targeted(bound);
        Body body = bound.known().decoder().apply(targeted);
        PendingRequest pending = bound.session().requests().expect(bound.request().requestId(), bound.digest(), targeted.subjectOf(body),
                body);
        return new PendingCommand<>(outcome -> bound.completed(pending, outcome), Optional.of(pending.command()));
    }

    private TargetedRequest targeted(BoundRequest bound) {
        SessionConnection<HarmonySession> session = bound.session();
        Replicas now = session.now();
        HarmonyTarget target = HarmonyTarget.resolve(bound.known().level(), bound.request().target(), session.agent(), session.session(),
                now);
        return new TargetedRequest(session.entry(), target, bound.request().data(), now, directory, terms);
    }

    /** Comes to no command. */
    private static PendingCommand<HarmonyCompletion> none(Supplier<CompletionStage<Void>> answer) {
        return new PendingCommand<>(outcome -> answer.get(), Optional.empty());
    }
}
