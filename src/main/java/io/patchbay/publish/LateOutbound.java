package io.patchbay.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Replaces the outbound until the routes run. A batch before that fails at once, and its sender repeats it. */
public final class LateOutbound implements Outbound {
    private volatile Outbound real;

    public void use(Outbound outbound) {
        real = outbound;
    }

    @Override
    public CompletionStage<List<Offset>> send(List<KafkaRecord> batch) {
        Outbound now = real;
        return now != null ? now.send(batch)
                : CompletableFuture.failedFuture(new NotAcknowledged("The way out to Kafka is not open yet", null));
    }
}
