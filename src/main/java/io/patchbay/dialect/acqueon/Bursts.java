package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.door.Replicas;
import io.patchbay.model.CommandId;
import java.time.Instant;
import java.util.List;

/** Notices that an envelope causes without an event of the model. They name the id of the request as their cause. */
final class Bursts {
    private Bursts() { }

    /** The answer to a question, or to a sign-in. */
    static List<Notice> answer(RecordingEncoder encoder, Verb verb, Replicas now, Instant at, CommandId cause) {
        encoder.known().note(now);
        return List.of(encoder.events().answer(verb, now, at).causedBy(cause));
    }

    /** The state of the agent once more. */
    static List<Notice> state(RecordingEncoder encoder, Replicas now, Instant at, CommandId cause) {
        return List.of(encoder.events().agentState(now, at).causedBy(cause));
    }
}
