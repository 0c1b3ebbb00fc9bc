package io.patchbay.events;

import io.patchbay.model.AgentId;
import java.util.Set;

/**
 * One record of the topics in the form for subscribers.
 *
 * @param place of its partition in the {@link PartitionMap}
 * @param json the CloudEvent in structured JSON, on one line
 * @param seenBy the agents that may see it; for an interaction those that take part in it just before or just after
 * @param agentsOnly whether only these agents themselves may see it, not their observers
 * @param isSilent nobody gets it: it is a repeat, or not a record of the gateway
 */
record Notice(int place, long offset, String type, String json, Set<AgentId> seenBy, boolean agentsOnly, boolean isSilent) {

    Notice {
        seenBy = Set.copyOf(seenBy);
    }

    static Notice silent(int place, long offset) {
        return new Notice(place, offset, "", "", Set.of(), false, true);
    }
}
