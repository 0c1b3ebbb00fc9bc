package io.patchbay.door.session;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The commands of the clients of one agent whose events have not come here yet. A read waits for them, for a short time, because the
 * feed is behind the cells. Thread-safe.
 */
final class PendingEffects {
    private static final int KEPT = 64;

    /** One request. @param shows the kind of the cell whose events show the effect @param commands of the request without an event */
    private record Effect(Subject.Kind shows, AtomicInteger commands, CompletableFuture<Void> arrived) { }

    private final Map<CommandId, Effect> pending = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, Effect> eldest) {
            return size() > KEPT;
        }
    };

    private final Duration patience;

    /** @param patience how long a read waits */
    PendingEffects(Duration patience) {
        this.patience = patience;
    }

    /** Once for each command of a request. A call that is made shows in its interaction, other effects show in the cell of the command. */
    synchronized void expect(Command command) {
        Subject.Kind shows = command.body() instanceof AgentCommand.MakeCall ? Subject.Kind.INTERACTION : command.target().kind();
        pending.computeIfAbsent(command.correlation(), first -> new Effect(shows, new AtomicInteger(), new CompletableFuture<>()))
                .commands().incrementAndGet();
    }

    void happened(Subject subject, CommandId correlation) {
        Effect effect;
        synchronized (this) {
            effect = pending.get(correlation);
        }
        if (effect != null && effect.shows() == subject.kind() && effect.commands().decrementAndGet() <= 0) {
            settle(correlation);
        }
    }

    /** Completes when all present effects are here, or after the time for it. A command without an effect is waited for once. */
    CompletionStage<Void> arrived() {
        Map<CommandId, Effect> now;
        synchronized (this) {
            now = Map.copyOf(pending);
        }
        return CompletableFuture.allOf(now.values().stream().map(Effect::arrived).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> now.keySet().forEach(this::settle));
    }

    /** It is not waited for any longer. */
    void settle(CommandId correlation) {
        Effect effect;
        synchronized (this) {
            effect = pending.remove(correlation);
        }
        if (effect != null) {
            effect.arrived().complete(null);
        }
    }
}
