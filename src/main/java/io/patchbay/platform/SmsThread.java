package io.patchbay.platform;

import io.patchbay.door.ContactLookup.Thread;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Outcome;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.PlatformCommand.SessionRequested;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.wire.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An SMS: the next message in the open session of its two numbers, or the first message of a new session. Two SMS at the same time
 * start one session, because all members agree on the interaction before it begins.
 */
record SmsThread(ContactRequests requests, SessionRequested request) {
    private static final Duration BEGINNING = Duration.ofSeconds(2);

    CompletionStage<PendingCommand<PlatformReply>> arrive() {
        return arrive(Optional.empty());
    }

    private CompletionStage<PendingCommand<PlatformReply>> arrive(Optional<InteractionId> over) {
        CommandId id = ports().gateway().newId();
        InteractionId fresh = Ids.interaction(id);
        return PlatformRefusal.unlessKnown(ports().contacts().thread(request.from().orElseThrow(), request.to().address(), fresh, over))
                .thenCompose(thread -> thread.home().equals(fresh)
                        ? CompletableFuture.completedFuture(requests.begin(id, fresh, request))
                        : goesOn(id, thread));
    }

    private CompletionStage<PendingCommand<PlatformReply>> goesOn(CommandId id, Thread thread) {
        return requests.found(thread.home())
                .thenCompose(found -> found.isPresent() ? CompletableFuture.completedFuture(found) : begun(thread))
                .thenCompose(state -> isOpen(state) ? CompletableFuture.completedFuture(added(id, thread.home()))
                        : arrive(Optional.of(thread.home())));
    }

    /** Another member may be about to begin it, unless the decision is old. It has begun when its log has an entry. */
    private CompletionStage<Optional<Interaction>> begun(Thread thread) {
        return thread.age().compareTo(BEGINNING) > 0 ? CompletableFuture.completedFuture(Optional.empty())
                : ports().views().await(thread.home(), (now, events) -> Optional.of(now).filter(n -> n.messaging().last() > 0), BEGINNING);
    }

    private static boolean isOpen(Optional<Interaction> state) {
        return state.filter(s -> s.messaging().customer().isPresent()).isPresent();
    }

    private PendingCommand<PlatformReply> added(CommandId id, InteractionId home) {
        Command command = Command.of(id, ports().gateway().now(), Subject.of(home),
                new PlatformCommand.CustomerWrites(request.text().orElseThrow()));
        PlatformReply added = PlatformReply.accepted(ContactRequests.where(home),
                () -> CompletableFuture.completedFuture(requests.made(200, home)));
        return new PendingCommand<>(outcome -> isOver(outcome) ? again(home) : added.to(outcome), Optional.of(command));
    }

    private static boolean isOver(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.reason() == Reason.WRONG_STATE;
    }

    /** The session was closed between the lookup and the step. */
    private CompletionStage<HttpResponse> again(InteractionId home) {
        return arrive(Optional.of(home)).thenCompose(ports().gateway()::dispatch)
                .thenCompose(completed -> completed.context().to(completed.outcome()));
    }

    private PlatformPorts ports() {
        return requests.ports();
    }
}
