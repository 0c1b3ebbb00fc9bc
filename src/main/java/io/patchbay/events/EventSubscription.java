package io.patchbay.events;

import io.patchbay.events.SubscriptionRefusal.Code;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permitted subscription of a client.
 *
 * @param self the user
 * @param agents the agents of the events; empty: all events
 */
record EventSubscription(AgentId self, Optional<Set<AgentId>> agents, List<Glob> types, Optional<Cursor> after) {
    private static final String ALL = "*";
    private static final int MOST_TYPES = 100;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.*]{1,100}");

    /** @throws SubscriptionRefusal if an agent does not exist or may not be seen, or a pattern or cursor is not valid */
    static EventSubscription of(EventFilter filter, AgentEntry who, Directory directory) throws SubscriptionRefusal {
        if (who.role() == AgentEntry.Role.PLATFORM) {
            throw new SubscriptionRefusal(Code.NOT_AUTHORIZED, "A user with role platform cannot read events.");
        }
        Optional<Set<AgentId>> seen = visible(who, directory);
        return new EventSubscription(who.id(), filter.agents().isPresent() ? agents(filter.agents().get(), seen, directory) : seen,
                types(filter.types()), after(filter.after()));
    }

    boolean takes(Notice notice) {
        return !notice.isSilent()
                && (agents.isEmpty() || !Collections.disjoint(agents.get(), notice.seenBy()))
                && (!notice.agentsOnly() || notice.seenBy().contains(self))
                && types.stream().anyMatch(glob -> glob.matches(notice.type()));
    }

    /** The agents in the answer to the client. */
    List<String> agentNames() {
        return agents.map(set -> set.stream().map(AgentId::value).toList()).orElse(List.of(ALL));
    }

    private static Optional<Set<AgentId>> visible(AgentEntry who, Directory directory) {
        return switch (who.role()) {
            case OBSERVER -> Optional.empty();
            case SUPERVISOR -> Optional.of(Stream.concat(Stream.of(who.id()),
                    who.teams().stream().flatMap(team -> directory.team(team).stream()).map(AgentEntry::id))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
            case AGENT, PLATFORM -> Optional.of(Set.of(who.id()));
        };
    }

    private static Optional<Set<AgentId>> agents(List<String> requested, Optional<Set<AgentId>> seen, Directory directory)
            throws SubscriptionRefusal {
        if (requested.isEmpty()) {
            throw new SubscriptionRefusal(Code.INVALID_DATA, "The list agents is empty. Omit it to see all agents that you may see.");
        }
        if (requested.contains(ALL)) {
            return seen;
        }
        Set<AgentId> agents = new LinkedHashSet<>();
        for (String name : requested) {
            AgentId agent = directory.user(name).map(AgentEntry::id).filter(id -> seen.isEmpty() || seen.get().contains(id))
                    .orElseThrow(() -> new SubscriptionRefusal(Code.NOT_AUTHORIZED,
                    "The list agents names an agent that does not exist or that you may not see."));
            agents.add(agent);
        }
        return Optional.of(agents);
    }

    private static List<Glob> types(Optional<List<String>> requested) throws SubscriptionRefusal {
        List<String> patterns = requested.orElse(List.of(ALL));
        if (patterns.isEmpty() || patterns.size() > MOST_TYPES || !patterns.stream().allMatch(p -> TYPE.matcher(p).matches())) {
            throw new SubscriptionRefusal(Code.INVALID_DATA,
                    "The list types must hold 1 to " + MOST_TYPES + " patterns of letters, digits, dots and *, such as cti.call.*.");
        }
        return patterns.stream().map(Glob::new).toList();
    }

    private static Optional<Cursor> after(Optional<String> text) throws SubscriptionRefusal {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Cursor.parse(text.get())
                .orElseThrow(() -> new SubscriptionRefusal(Code.INVALID_DATA,
                        "The value of after is not a valid cursor. Omit it to begin with the next event.")));
    }
}
