package io.patchbay.dialect.harmony;

import io.patchbay.door.Ask;
import io.patchbay.door.Desk;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The sessions without a connection, one an agent: each request renews the grace; after it the binding ends. Thread-safe. */
final class PostSessions {
    private final Map<AgentId, Held> held = new ConcurrentHashMap<>();
    private final Desk desk;
    private final Duration grace;

    private record Held(HarmonyBinding binding, long usedAt) { }

    PostSessions(Desk desk, Duration grace) {
        this.desk = desk;
        this.grace = grace;
    }

    Optional<HarmonyBinding> of(AgentId agent) {
        return Optional.ofNullable(held.get(agent)).map(Held::binding).filter(binding -> !binding.isOver());
    }

    /** From now on the binding is good for another grace. */
    void renew(HarmonyBinding binding) {
        Held now = new Held(binding, System.nanoTime());
        held.put(binding.agent(), now);
        CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS).execute(() -> expire(now));
    }

    void forget(HarmonyBinding binding) {
        held.computeIfPresent(binding.agent(), (agent, one) -> one.binding() == binding ? null : one);
    }

    /** Does nothing when it was used meanwhile. */
    private void expire(Held unused) {
        HarmonyBinding binding = unused.binding();
        if (held.remove(binding.agent(), unused) && !binding.isOver()) {
            binding.drop();
            desk.dispatch(new Ask<>(unused, Optional.of(Command.of(desk.newId(), desk.now(), Subject.of(binding.agent()),
                    new AgentCommand.LoseBinding(binding.session(), true)))));
        }
    }
}
