package io.patchbay.door;

import io.patchbay.model.CommandId;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The ordered deliveries for one client. Thread-safe. No method blocks. */
public interface Feed {

    /** Gets each delivery once, one at a time. The order keeps the numbers of every subject and every cause before its effect. */
    interface Listener {
        void onEvent(Delivery step);

        /** Missed events are no longer kept. The client begins again from this snapshot. */
        void onReset(Snapshot from);
    }

    /** Completes with the first snapshot. There are no deliveries before it. */
    CompletionStage<Void> ready();

    /** The replicas after the last delivery. */
    Replicas now();

    /** Runs the action with the present snapshot, between two deliveries. */
    CompletionStage<Void> between(Consumer<Snapshot> action);

    /** Holds back the events of this command, and all later ones, until {@link #answered}. A reply comes before its events. */
    void expect(CommandId command);

    void answered(CommandId command);

    /** Ends the deliveries. */
    void stop();
}
