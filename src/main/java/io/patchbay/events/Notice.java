package io.patchbay.events;

import io.patchbay.model.AgentId;
import java.util.Set;

/**
 * One record of the topics, as subscribers are told of it.
 *
 * @param place      of its partition in the {@link PartitionMap}
 * @param json       the CloudEvent in structured JSON, on one line
 * @param seenBy     the agents whom it is about: of an interaction those who take part in it just before or just after
 * @param agentsOnly for those agents themselves and nobody who watches them
 * @param isSilent   nobody is told of it: it repeats what was told, or is none of ours
 */
record Notice(int place, long offset, String type, String json, Set<AgentId> seenBy, boolean agentsOnly, boolean isSilent) {

    Notice {
        seenBy = Set.copyOf(seenBy);
    }

    static Notice silent(int place, long offset) {
        return new Notice(place, offset, "", "", Set.of(), false, true);
    }
}
