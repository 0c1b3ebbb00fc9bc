package io.patchbay.door;

import io.patchbay.model.CommandId;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What one client is told, in order. Thread-safe; nothing here blocks. */
public interface Feed {

    /** Gets each step once, one at a time, in an order that keeps every subject's numbers and every cause before its effect. */
    interface Listener {
        void told(Delivery step);

        /** Steps were missed that are no longer kept: begin again from here. */
        void reset(Snapshot from);
    }

    /** Completes when the first snapshot is there; until then nothing is told. */
    CompletionStage<Void> ready();

    /** What has been told so far. */
    Replicas now();

    /** Runs the action with what has been told so far, between two steps. */
    CompletionStage<Void> between(Consumer<Snapshot> action);

    /** Holds back what this command causes, and all after it, until {@link #answered}: a reply comes before its events. */
    void expect(CommandId command);

    void answered(CommandId command);

    /** Nothing is told any more from now on. */
    void stop();
}
