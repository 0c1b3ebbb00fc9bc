package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEncoder;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import java.time.Instant;
import java.util.List;

/** Makes the events of one agent, and notes its dialogs. Called one at a time. @param known the dialogs that verbs may name */
record RecordingEncoder(AcqueonEncoder events, KnownDialogs known) implements SessionEncoder<Notice> {

    @Override
    public List<Notice> all(Snapshot now, Instant at) {
        known.note(now.replicas());
        return events.all(now, at);
    }

    @Override
    public List<Notice> step(Delivery step) {
        known.note(step.before());
        known.note(step.after());
        return events.step(step);
    }
}
