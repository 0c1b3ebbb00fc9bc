package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Binding;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import java.util.List;

/**
 * Calls that complete by themselves, because no client of the session completes them (CHOREOGRAPHY A16): once they are over, and the
 * after-call work of their channel too. A client that is lost and may come back counts. Contacts that are no calls never do.
 */
final class Completion {

    private Completion() { }

    /** Those that nothing holds any more: the agent's interactions are to be completed. */
    static List<InteractionId> due(Agent agent) {
        boolean left = agent.session().stream().flatMap(session -> session.bindings().stream()).anyMatch(Binding::completes);
        return left ? List.of() : agent.work().stream()
                .filter(work -> work.medium() == Medium.VOICE && !work.isLive() && !wrapsUp(agent, work))
                .map(Work::interaction).toList();
    }

    /** Also while another contact interrupts it. */
    private static boolean wrapsUp(Agent agent, Work work) {
        return agent.channel(work.channel()).filter(channel -> isAfterCallWork(channel.presence()) || isAfterCallWork(channel.resume()))
                .isPresent();
    }

    private static boolean isAfterCallWork(Presence presence) {
        return presence.is(Presence.ChannelState.AFTER_CALL_WORK);
    }
}
