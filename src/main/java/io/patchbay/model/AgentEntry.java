package io.patchbay.model;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One who can log in, as the directory has it.
 *
 * @param userId         32 hex digits unless the directory says otherwise; has no dots (BINDINGS, common and directory)
 * @param extensions     in the order of the directory: the first is the one meant when none is named
 * @param queues         served on every medium
 * @param outboundSkills of which one must be named to dial an outside number; empty: nothing is asked
 * @param profile        what some dialects show or ask beside
 */
public record AgentEntry(AgentId id, String userId, String displayName, Role role, List<Address> extensions,
                         List<QueueName> queues, List<String> teams, List<CodeEntry> outboundSkills, Profile profile) {

    /** The rights: work, supervise the own teams, act for the far end of the embedded switch, read all events. */
    public enum Role { AGENT, SUPERVISOR, PLATFORM, OBSERVER }

    /**
     * Optional details of a user.
     *
     * @param features what the user may do in a dialect that checks features; empty: everything
     */
    public record Profile(Optional<String> firstName, Optional<String> lastName, Optional<String> email, Optional<String> employeeId,
                          Optional<URI> externalUrl, Optional<List<String>> features) {
        public static final Profile NONE = new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());

        public boolean has(String feature) {
            return features.map(some -> some.contains(feature)).orElse(true);
        }
    }

    public AgentEntry(AgentId id, String userId, String displayName, Role role, List<Address> extensions, List<QueueName> queues,
                      List<String> teams, List<CodeEntry> outboundSkills) {
        this(id, userId, displayName, role, extensions, queues, teams, outboundSkills, Profile.NONE);
    }

    public AgentEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(role, "role");
        extensions = List.copyOf(extensions);
        queues = List.copyOf(queues);
        teams = List.copyOf(teams);
        outboundSkills = List.copyOf(outboundSkills);
        Objects.requireNonNull(profile, "profile");
    }

    /** The user id of one the directory gives none. */
    public static String userIdOf(AgentId id) {
        return Ids.ofName("user:" + id.value());
    }
}
