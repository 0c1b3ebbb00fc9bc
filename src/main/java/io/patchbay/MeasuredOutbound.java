package io.patchbay;

import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.publish.KafkaRecord;
import io.patchbay.publish.Offset;
import io.patchbay.publish.Outbound;
import io.patchbay.wire.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Counts and times the events that Kafka has acknowledged, each from its command on. Snapshots are no events.
 *
 * @param clock of this member; the time of an event is that of the member with the door of its command
 */
record MeasuredOutbound(Outbound real, MeterRegistry registry, Clock clock) implements Outbound {
    private static final String OF_EVENTS_ALONE = "ce_correlationid";

    @Override
    public CompletionStage<List<Offset>> send(List<KafkaRecord> batch) {
        return real.send(batch).whenComplete((offsets, failure) -> {
            if (failure == null) {
                batch.stream().filter(record -> record.headers().containsKey(OF_EVENTS_ALONE)).forEach(this::acknowledged);
            }
        });
    }

    private void acknowledged(KafkaRecord event) {
        Duration since = Duration.between(Instant.parse(event.headers().get("ce_time")), clock.instant());
        Metrics.timer("patchbay.events.acknowledged").tag("topic", event.topic())
                .description("Time from the command of an event until Kafka has acknowledged the event").register(registry)
                .record(since.isNegative() ? Duration.ZERO : since);
    }
}
