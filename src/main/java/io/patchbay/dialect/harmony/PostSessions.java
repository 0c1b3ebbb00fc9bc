package io.patchbay.dialect.harmony;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
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
    private final CommandGateway gateway;
    private final long grace;

    PostSessions(CommandGateway gateway, Duration grace) {
        this.gateway = gateway;
        this.grace = grace.toNanos();
    }

    Optional<HarmonyBinding> of(AgentId agent) {
        return Optional.ofNullable(held.get(agent)).map(one -> one.binding).filter(binding -> !binding.isOver());
    }

    /** From now on the binding is good for another grace. */
    void renew(HarmonyBinding binding) {
        held.compute(binding.agent(), (agent, one) -> {
            boolean same = one != null && one.binding == binding;
            Held now = same ? one : new Held(binding);
            now.usedAt = System.nanoTime();
            if (!same) {
                look(now, grace);
            }
            return now;
        });
    }

    void forget(HarmonyBinding binding) {
        held.computeIfPresent(binding.agent(), (agent, one) -> one.binding == binding ? null : one);
    }

    private void look(Held one, long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> {
            long left = grace - (System.nanoTime() - one.usedAt);
            if (left > 0) {
                look(one, left);
            } else if (held.remove(one.binding.agent(), one)) {
                expire(one.binding);
            }
        });
    }

    private void expire(HarmonyBinding binding) {
        if (!binding.isOver()) {
            binding.drop();
            gateway.dispatch(new PendingCommand<>(this, Optional.of(Command.of(gateway.newId(), gateway.now(), Subject.of(binding.agent()),
                    new AgentCommand.LoseBinding(binding.session(), true)))));
        }
    }

    /** Has one timer, which looks whether it was used meanwhile. */
    private static final class Held {
        private final HarmonyBinding binding;
        private volatile long usedAt;

        Held(HarmonyBinding binding) {
            this.binding = binding;
        }
    }
}
