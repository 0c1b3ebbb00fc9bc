package io.patchbay.model;

import java.util.List;
import java.util.Objects;

/**
 * A script that may run beside a contact, as the directory has it; what runs it is outside the gateway.
 *
 * @param media  what it can run beside
 * @param queues it is active beside contacts that came through one of these
 */
public record ScriptEntry(String code, String label, List<Medium> media, List<QueueName> queues) {
    public ScriptEntry {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        media = List.copyOf(media);
        queues = List.copyOf(queues);
    }

    /** Whether it can run beside what comes to a channel of this medium. */
    public boolean isFor(Medium channel) {
        return media.stream().anyMatch(channel::takes);
    }

    public boolean isActiveBeside(Medium medium, QueueName queue) {
        return media.contains(medium) && queues.contains(queue);
    }
}
