package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.door.Replicas;
import io.patchbay.model.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events that an envelope causes without an event of the model. They name the id of the request as their cause. */
final class Bursts {
    private Bursts() { }

    /** What a sign-in gets. */
    static List<AcqueonEvent> burst(RecordingEncoder encoder, Replicas now, Instant at, CommandId cause) {
        encoder.known().note(now);
        return encoder.events().burst(now, at).stream().map(event -> because(event, cause)).toList();
    }

    /** The state of the agent once more. */
    static List<AcqueonEvent> state(RecordingEncoder encoder, Replicas now, Instant at, CommandId cause) {
        return List.of(because(encoder.events().agentState(now, at), cause));
    }

    private static AcqueonEvent because(AcqueonEvent event, CommandId cause) {
        return new AcqueonEvent(event.topic(), event.subtopic(), event.message(), Optional.of(cause));
    }
}
