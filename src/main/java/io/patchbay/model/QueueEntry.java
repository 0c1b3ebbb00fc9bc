package io.patchbay.model;

import java.util.Objects;

/**
 * A queue, as the directory has it.
 *
 * @param queueId a UUID unless the directory says otherwise (BINDINGS, common and directory)
 * @param wrapUp  whether its contacts end in after-call work (CHOREOGRAPHY A9)
 */
public record QueueEntry(QueueName name, String queueId, Address number, String displayName, boolean wrapUp) {
    public QueueEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(queueId, "queueId");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(displayName, "displayName");
    }

    /** The id of a queue the directory gives none. */
    public static String queueIdOf(QueueName name) {
        String hex = Ids.ofName("queue:" + name.value());
        return String.join("-", hex.substring(0, 8), hex.substring(8, 12), hex.substring(12, 16), hex.substring(16, 20), hex.substring(20));
    }

    Destination destination() {
        return new Destination.ToQueue(name, number, wrapUp);
    }
}
