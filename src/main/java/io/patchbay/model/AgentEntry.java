package io.patchbay.model;

import java.util.List;
import java.util.Objects;

/**
 * One who can log in, as the directory has it.
 *
 * @param userId         32 hex digits unless the directory says otherwise; has no dots (BINDINGS, common and directory)
 * @param extensions     in the order of the directory: the first is the one meant when none is named
 * @param queues         served on every medium
 * @param outboundSkills of which one must be named to dial an outside number; empty: nothing is asked
 */
public record AgentEntry(AgentId id, String userId, String displayName, Role role, List<Address> extensions,
                         List<QueueName> queues, List<String> teams, List<CodeEntry> outboundSkills) {

    /** What one may do: work, watch the own teams, act for the far end of the embedded switch, read all events. */
    public enum Role { AGENT, SUPERVISOR, PLATFORM, OBSERVER }

    public AgentEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(role, "role");
        extensions = List.copyOf(extensions);
        queues = List.copyOf(queues);
        teams = List.copyOf(teams);
        outboundSkills = List.copyOf(outboundSkills);
    }

    /** The user id of one the directory gives none. */
    public static String userIdOf(AgentId id) {
        return Ids.ofName("user:" + id.value());
    }
}
