package io.patchbay.rules.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Tried;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueueStatus;
import io.patchbay.model.Subject;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What holds after whatever follow-ups arrive, in whatever order. */
class QueuePropertiesTest {
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final Subject SALES = Subject.of(new QueueName("sales"));
    private final QueueRules rules = new QueueRules();

    @Property(tries = 1000)
    void every_offer_is_the_right_one_and_none_is_missing(@ForAll @Size(max = 80) List<Integer> moves) {
        Queue queue = rules.initial();
        for (int n = 0; n < moves.size(); n++) {
            QueueCommand command = command(queue, moves.get(n) & Integer.MAX_VALUE, n);
            for (QueueEvent event : rules.decide(queue, command, new Stamp(Scenario.id(n), Scenario.second(n), SALES)).events()) {
                if (event instanceof QueueEvent.ContactOffered offer) {
                    isRight(queue, offer);
                }
                queue = rules.evolve(queue, event, Scenario.second(n));
                assertThat(event.status()).as("the figures after each event").isEqualTo(QueueStatus.of(queue));
                isSorted(queue);
            }
            QueueOracle.nobodyWaitsForNothing(queue);
        }
    }

    private static void isRight(Queue queue, QueueEvent.ContactOffered offer) {
        Contact contact = queue.contact(offer.interaction()).orElseThrow();
        assertThat(contact.offeredTo()).as("a contact is offered to one agent").isEmpty();
        assertThat(QueueOracle.candidates(queue, contact)).as("the longest idle first").startsWith(offer.agent());
        assertThat(queue.contacts().stream().filter(c -> c.offeredTo().isEmpty())
                .filter(c -> !QueueOracle.candidates(queue, c).isEmpty()).findFirst()).as("what arrived first").contains(contact);
    }

    private static void isSorted(Queue queue) {
        assertThat(queue.contacts()).isSortedAccordingTo(Comparator.comparing(Contact::arrivedAt));
        assertThat(queue.idle()).isSortedAccordingTo(Comparator.comparing(Queue.Idle::since));
        assertThat(queue.contacts().stream().map(Contact::interaction)).doesNotHaveDuplicates();
        assertThat(queue.idle().stream().map(i -> i.agent() + " " + i.medium())).doesNotHaveDuplicates();
        assertThat(queue.contacts().stream().flatMap(c -> c.offeredTo().stream().map(a -> a + " " + c.medium())))
                .as("an agent is offered one contact of a medium").doesNotHaveDuplicates();
    }

    private QueueCommand command(Queue queue, int number, int n) {
        int rest = number / 9;
        AgentId agent = List.of(new AgentId("ana"), new AgentId("ben"), new AgentId("caro")).get(rest % 3);
        Medium medium = rest / 3 % 2 == 0 ? Medium.VOICE : Medium.CHAT;
        InteractionId interaction = new InteractionId("I00000000000000" + rest / 6 % 5);
        AgentId picked = queue.contact(interaction).flatMap(Contact::offeredTo).orElse(agent);
        PartyId place = new PartyId("C00000000000000" + number % 2);
        List<String> deadlines = rules.deadlines(queue).keySet().stream().sorted().toList();
        return switch (number % 9) {
            case 0, 1 -> new QueueCommand.Enqueue(interaction, medium, Scenario.second(rest / 30 % 50), true, TERMS, place);
            case 2 -> new QueueCommand.Leave(interaction, Queue.Exit.values()[rest / 30 % 3]);
            case 3, 4 -> new QueueCommand.AgentIdle(agent, medium, Scenario.second(n - rest / 6 % 20));
            case 5 -> new QueueCommand.AgentNotIdle(agent, medium);
            case 6 -> new QueueCommand.QueueReserveRefused(interaction, picked, place);
            case 7 -> deadlines.isEmpty() ? new QueueCommand.GiveBack(interaction, agent, place)
                    : new QueueCommand.QueueDeadline(deadlines.get(rest % deadlines.size()));
            default -> new QueueCommand.GiveBack(interaction, picked, place, Tried.Why.values()[rest / 30 % 2]);
        };
    }
}
