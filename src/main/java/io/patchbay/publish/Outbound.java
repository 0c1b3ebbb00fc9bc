package io.patchbay.publish;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Sends records to Kafka. */
public interface Outbound {
    /**
     * Sends a batch in its order and never blocks. Completes with the offsets of the records, in the same order, when every replica has
     * all of them. Otherwise completes exceptionally with {@link NotAcknowledged} within some seconds. Any part of the batch may then
     * have arrived, so send the whole batch again under the same ids. Successive batches keep their order.
     */
    CompletionStage<List<Offset>> send(List<KafkaRecord> batch);
}
