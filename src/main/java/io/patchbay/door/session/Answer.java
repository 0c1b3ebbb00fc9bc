package io.patchbay.door.session;

import io.patchbay.model.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers a bind request at most once. */
record Answer<C extends SessionClient<?>>(BindReply<C> to, AtomicBoolean given) {

    Answer(BindReply<C> to) {
        this(to, new AtomicBoolean());
    }

    void done(boolean reset) {
        if (given.compareAndSet(false, true)) {
            to.done(reset);
        }
    }

    void refused(Outcome.Refused why) {
        if (given.compareAndSet(false, true)) {
            to.refused(why);
        }
    }
}
