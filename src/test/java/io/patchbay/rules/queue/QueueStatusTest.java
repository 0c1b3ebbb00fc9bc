package io.patchbay.rules.queue;

import static io.patchbay.rules.Scenario.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueueStatus;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figures that each event of a queue has, told from what a supervisor of a call centre means by them. */
class QueueStatusTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final InteractionId I = new InteractionId("I000000000000001");
    private static final InteractionId J = new InteractionId("J000000000000001");
    private static final InteractionId CHAT = new InteractionId("CHAT000000000001");
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final PartyId PLACE = new PartyId("0123456789ABCDEF");

    private static Scenario<Queue, QueueCommand, QueueEvent> sales() {
        return Scenario.of(new QueueRules(), Subject.of(new QueueName("sales"))).givenDone(new QueueCommand.Open());
    }

    private static QueueCommand arrives(InteractionId interaction, Medium medium, int at) {
        return new QueueCommand.Enqueue(interaction, medium, second(at), true, TERMS, PLACE);
    }

    private static QueueCommand idle(Medium medium, int since) {
        return new QueueCommand.AgentIdle(ANA, medium, second(since));
    }

    /** After the last command. */
    private static QueueStatus last(Scenario<Queue, QueueCommand, QueueEvent> story) {
        List<QueueEvent> events = story.events();
        QueueStatus status = events.get(events.size() - 1).status();
        assertThat(status).as("the figures of the state").isEqualTo(QueueStatus.of(story.state()));
        return status;
    }

    private static void is(QueueStatus status, int waiting, int alerting, Integer oldest, int idleAgents) {
        assertThat(status.waiting()).as("waiting").isEqualTo(waiting);
        assertThat(status.alerting()).as("alerting").isEqualTo(alerting);
        assertThat(status.oldestArrival()).as("oldest").isEqualTo(Optional.ofNullable(oldest).map(Scenario::second));
        assertThat(status.idleAgents()).as("idle").isEqualTo(idleAgents);
    }

    @Test
    void an_opened_queue_has_figures_before_its_first_contact() {
        Scenario<Queue, QueueCommand, QueueEvent> story = Scenario.of(new QueueRules(), Subject.of(new QueueName("sales")));
        QueueStatus opened = last(story.when(new QueueCommand.Open()));
        is(opened, 0, 0, null, 0);
        assertThat(opened.totals()).isEqualTo(new Queue.Totals(Optional.of(second(1)), 0, 0, 0, 0, 0, 0));
        assertThat(story.when(new QueueCommand.Open()).events()).as("again at the start of each member").isEmpty();
    }

    @Test
    void times_are_to_the_millisecond_as_events_are_told() {
        Queue opened = new QueueRules().evolve(Queue.EMPTY, new QueueEvent.QueueOpened(), Instant.ofEpochSecond(1, 2_345_678));
        assertThat(opened.totals().since()).contains(Instant.ofEpochSecond(1, 2_000_000));
    }

    @Test
    void the_longest_wait_is_that_of_the_first_arrival() {
        is(last(sales().when(arrives(I, Medium.VOICE, 30))), 1, 0, 30, 0);
        is(last(sales().givenDone(arrives(I, Medium.VOICE, 30)).when(arrives(J, Medium.VOICE, 20))), 2, 0, 20, 0);
        is(last(sales().givenDone(arrives(I, Medium.VOICE, 30), arrives(J, Medium.VOICE, 20))
                .when(new QueueCommand.Leave(J, Exit.ABANDONED))),
                1, 0, 30, 0);
    }

    @Test
    void what_alerts_waits_until_it_is_taken() {
        Scenario<Queue, QueueCommand, QueueEvent> story = sales().givenDone(idle(Medium.VOICE, 1)).when(arrives(I, Medium.VOICE, 2));
        assertThat(story.events()).hasSize(2);
        is(story.events().get(0).status(), 1, 0, 2, 1);
        is(last(story), 1, 1, 2, 0);
        is(last(story.when(new QueueCommand.GiveBack(I, ANA, PLACE))), 1, 0, 2, 0);
        is(last(story.when(new QueueCommand.Leave(I, Exit.TAKEN))), 0, 0, null, 0);
        assertThat(story.state().totals()).isEqualTo(new Queue.Totals(Optional.of(second(1)), 1, 1, 1, 1, 0, 0));
    }

    @Test
    void who_gives_up_is_told_from_who_is_taken_and_who_goes_elsewhere() {
        Scenario<Queue, QueueCommand, QueueEvent> story = sales().givenDone(arrives(I, Medium.VOICE, 1), arrives(J, Medium.VOICE, 2),
                arrives(CHAT, Medium.CHAT, 3), new QueueCommand.Leave(I, Exit.ABANDONED), new QueueCommand.Leave(J, Exit.WITHDRAWN),
                new QueueCommand.Leave(CHAT, Exit.TAKEN), new QueueCommand.Leave(I, Exit.ABANDONED));
        assertThat(story.state().totals()).isEqualTo(new Queue.Totals(Optional.of(second(1)), 3, 0, 0, 1, 1, 1));
    }

    @Test
    void an_agent_for_two_media_is_one_agent_and_each_medium_has_its_figures() {
        QueueStatus status = last(sales().givenDone(idle(Medium.CHAT, 1), idle(Medium.EMAIL, 2), arrives(I, Medium.VOICE, 30))
                .when(arrives(J, Medium.VOICE, 20)));
        is(status, 2, 0, 20, 1);
        assertThat(status.media()).containsExactly(new QueueStatus.OfMedium(Medium.VOICE, 2, 0, Optional.of(second(20)), 0),
                new QueueStatus.OfMedium(Medium.CHAT, 0, 0, Optional.empty(), 1),
                new QueueStatus.OfMedium(Medium.EMAIL, 0, 0, Optional.empty(), 1));
    }
}
