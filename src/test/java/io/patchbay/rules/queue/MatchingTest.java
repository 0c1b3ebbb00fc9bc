package io.patchbay.rules.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final int MANY = 200;
    private static final ContactPolicy POLICY = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** Counts how often an element is looked at. */
    private static final class Counted extends AbstractList<Queue.Idle> {
        private final List<Queue.Idle> all;
        private int looks;

        Counted(List<Queue.Idle> all) {
            this.all = all;
        }

        @Override
        public Queue.Idle get(int index) {
            looks++;
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static List<Queue.Contact> waitingCalls() {
        return IntStream.range(0, MANY).mapToObj(i -> new Queue.Contact(new InteractionId("I%015d".formatted(i)), Medium.VOICE,
                Instant.ofEpochSecond(i), true, POLICY, new PartyId("%016d".formatted(i)), Optional.empty(), List.of())).toList();
    }

    private static List<Queue.Idle> idle(Medium medium) {
        return IntStream.range(0, MANY).mapToObj(i -> new Queue.Idle(new AgentId("agent" + i), medium, Instant.ofEpochSecond(i))).toList();
    }

    @Test
    void idle_agents_of_another_medium_are_looked_at_once_however_many_contacts_wait() {
        Counted chatting = new Counted(idle(Medium.CHAT));
        assertThat(Matching.next(new Queue(waitingCalls(), chatting))).isEmpty();
        assertThat(chatting.looks).isLessThanOrEqualTo(MANY);
    }

    @Test
    void the_first_contact_goes_to_the_agent_that_is_idle_longest() {
        assertThat(Matching.next(new Queue(waitingCalls(), idle(Medium.VOICE)))).hasValueSatisfying(offer -> {
            assertThat(offer.agent()).isEqualTo(new AgentId("agent0"));
            assertThat(offer.interaction()).isEqualTo(waitingCalls().get(0).interaction());
        });
    }
}
