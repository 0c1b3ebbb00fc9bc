package io.patchbay.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stands for the way out until the routes run; what is sent before fails at once and is sent again by its sender. */
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
