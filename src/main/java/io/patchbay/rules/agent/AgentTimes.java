package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Since when an agent is signed in or out and its work is in its phase. What an event left as it was keeps its time. A channel has its
 * own, from its events.
 *
 * @param before the agent before the event
 * @param at     the time of the event; kept to the millisecond, as the event is told with
 */
record AgentTimes(Agent before, Instant at) {

    AgentTimes {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    Agent of(Agent after) {
        List<Work> work = after.work().stream().map(this::of).toList();
        return after.at(before.isSignedIn() == after.isSignedIn() ? before.since() : Optional.of(at), work);
    }

    private Work of(Work work) {
        Optional<Work> same = before.work(work.interaction()).filter(was -> was.phase() == work.phase());
        return work.at(same.flatMap(Work::since).orElse(at));
    }
}
