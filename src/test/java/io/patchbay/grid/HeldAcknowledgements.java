package io.patchbay.grid;

import io.patchbay.publish.Offset;
import io.patchbay.publish.Outbound;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a member and Kafka, and holds the acknowledgements back while it is told to. */
final class HeldAcknowledgements {
    private final ConcurrentLinkedQueue<Runnable> held = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;

    Outbound of(Outbound real) {
        return batch -> {
            CompletableFuture<List<Offset>> acknowledged = new CompletableFuture<>();
            real.send(batch).whenComplete((offsets, error) -> {
                Runnable pass = () -> acknowledged.complete(offsets);
                if (holding) {
                    held.add(pass);
                } else {
                    pass.run();
                }
            });
            return acknowledged;
        };
    }

    void hold() {
        holding = true;
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /** Passes those held, and all from now on. */
    void release() {
        holding = false;
        for (Runnable pass = held.poll(); pass != null; pass = held.poll()) {
            pass.run();
        }
    }
}
