package io.patchbay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.Interaction;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.rules.agent.AgentInvariants;
import io.patchbay.rules.queue.QueueOracle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What holds once cells have told each other everything, whatever kind of contact they deal with. */
final class OneStory {
    private static final int NEVER = 5_000;

    private OneStory() { }

    /** Delivers what is on its way. @param pick always of the same wire, as far as possible: no wire has a right to be served soon */
    static void comesOut(Cells cells, int pick) {
        for (int delivered = 0; !cells.isQuiet(); delivered++) {
            assertThat(delivered).as("cells that never come to rest; on their way: %s", cells.onTheirWay()).isLessThan(NEVER);
            cells.deliver(pick);
        }
        assertThat(worked(cells)).as("what agents have is what interactions say they have").isEqualTo(members(cells));
        cells.all(Queue.class).forEach((subject, queue) -> {
            assertThat(new HashSet<>(queue.idle())).as("idle agents").isEqualTo(idle(cells, subject.queue()));
            QueueOracle.nobodyWaitsForNothing(queue);
        });
    }

    private static Map<String, String> worked(Cells cells) {
        Map<String, String> live = new HashMap<>();
        cells.all(Agent.class).forEach((subject, agent) -> agent.work()
                .forEach(w -> live.put(subject + " " + w.interaction(), w.phase().name().replace("RESERVED", "OFFERED"))));
        return live;
    }

    private static Map<String, String> members(Cells cells) {
        Map<String, String> live = new HashMap<>();
        cells.all(Interaction.class).forEach((subject, interaction) -> interaction.members()
                .forEach(m -> live.put(Subject.of(m.agent()) + " " + subject.id(), m.phase().name())));
        return live;
    }

    private static Set<Queue.Idle> idle(Cells cells, QueueName queue) {
        Set<Queue.Idle> all = new HashSet<>();
        cells.all(Agent.class).forEach((subject, agent) -> all.addAll(AgentInvariants.idle(subject.agent(), agent, queue)));
        return all;
    }
}
