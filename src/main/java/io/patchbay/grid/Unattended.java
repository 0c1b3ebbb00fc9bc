package io.patchbay.grid;

import com.hazelcast.query.Predicate;
import io.patchbay.model.Agent;
import java.util.Map;
import java.util.Set;

/** Selects cells that need their owner without a command: unpublished events, a timer, or a client of a member that has left. */
record Unattended(Set<String> members) implements Predicate<String, Cell> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean apply(Map.Entry<String, Cell> entry) {
        Cell cell = entry.getValue();
        return cell.isUnsettled() || cell.timed() || cell.state() instanceof Agent agent && orphaned(agent, members);
    }

    static boolean orphaned(Agent agent, Set<String> members) {
        return agent.session().stream().flatMap(s -> s.bindings().stream()).anyMatch(b -> !b.lost() && !members.contains(b.member()));
    }
}
