package io.patchbay.publish;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The way out to Kafka. */
public interface Outbound {
    /**
     * Sends a batch in its order and never blocks the caller. Completes with the records' offsets, in the same order, when every
     * replica has all of them; exceptionally with {@link NotAcknowledged} within some seconds otherwise. Then any part of the batch may
     * have arrived: send all of it again, under the same ids. Batches given one after the other leave in that order.
     */
    CompletionStage<List<Offset>> send(List<KafkaRecord> batch);
}
