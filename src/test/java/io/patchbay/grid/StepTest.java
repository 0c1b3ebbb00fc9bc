package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Inquiry;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final Subject ANA = Subject.of(new AgentId("ana"));
    private static final CellType<?, ?, ?> AGENTS = CellTypes.ofTheGateway().agents();
    private static final Body SIGN_IN = new AgentCommand.StartSession(new Agent.Binding(new SessionId("s"), "test", "m1", true),
            Duration.ofSeconds(60), Optional.empty(), AgentCommand.StartSession.Mode.EXCLUSIVE);
    private Cell cell = Cell.fresh(ANA, 1, AGENTS.initial());

    @Test
    void an_accepted_command_numbers_its_events_and_is_remembered() {
        Step step = take("c1", SIGN_IN, "d");

        assertThat(step.cell().number()).isEqualTo(1);
        assertThat(step.cell().events()).extracting(Recorded::correlation).containsExactly(new CommandId("c1"));
        assertThat(step.kept()).isTrue();
    }

    @Test
    void the_same_command_again_changes_nothing_and_vouches_for_the_first_time() {
        take("c1", SIGN_IN, "d");
        Cell after = cell;

        Step again = take("c1", SIGN_IN, "d");

        assertThat(again.cell()).isEqualTo(after);
        assertThat(again.outcome()).isEqualTo(Outcome.accepted());
        assertThat(again.kept()).as("reaches the backup before it answers").isTrue();
    }

    @Test
    void another_payload_under_the_same_id_is_a_conflict() {
        take("c1", SIGN_IN, "d");

        Step other = take("c1", new AgentCommand.EndSession(Cause.LOGOUT), "another");

        assertThat(other.outcome()).isInstanceOfSatisfying(Outcome.Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.CONFLICT));
        assertThat(other.kept()).isFalse();
    }

    @Test
    void an_inquiry_tells_the_outcome_of_the_earlier_command_and_has_no_effect() {
        take("c1", SIGN_IN, "d");
        Cell after = cell;

        assertThat(take("c1", new Inquiry(), "d")).isEqualTo(new Step(after, Outcome.accepted(), true));
        assertThat(take("c1", new Inquiry(), "other").outcome()).isEqualTo(take("c1", SIGN_IN, "other").outcome());
        assertThat(take("c2", new Inquiry(), "d").outcome()).isInstanceOfSatisfying(Outcome.Refused.class,
                r -> assertThat(r.reason()).isEqualTo(Reason.UNKNOWN));
        assertThat(cell).isSameAs(after);
    }

    @Test
    void a_refused_command_leaves_the_cell_as_it_was() {
        Cell before = cell;

        Step refused = take("c1", new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of(new QueueName("sales"))), "");

        assertThat(refused.cell()).isSameAs(before);
        assertThat(refused.kept()).isFalse();
    }

    @Test
    void a_command_that_is_refused_at_its_second_part_has_the_effect_of_the_first_once() {
        List<QueueName> queues = List.of(new QueueName("sales"));
        take("c1", SIGN_IN, "");
        take("c2", new AgentCommand.AddChannel(Medium.VOICE, "5001", queues), "");
        take("c3", new AgentCommand.AddChannel(Medium.CHAT, "*", queues), "");
        Body both = new AgentCommand.ActivateChannels(((Agent) cell.state()).channels().stream().map(channel ->
                new AgentCommand.Serving(channel.id(), channel.medium() == Medium.VOICE ? queues : List.of(new QueueName("billing"))))
                .toList(), false);

        Step refused = take("c4", both, "d");
        Cell after = cell;
        Step again = take("c4", both, "d");

        assertThat(refused.outcome().isAccepted()).isFalse();
        assertThat(refused.kept()).as("reaches the backup before it answers").isTrue();
        assertThat(after.number()).isEqualTo(4);
        assertThat(again.outcome()).isEqualTo(refused.outcome());
        assertThat(again.cell()).isEqualTo(after);
    }

    @Test
    void a_follow_up_is_taken_once_whatever_its_command_id_and_names_its_cause() {
        Command.Sender sender = new Command.Sender(new Subject(Subject.Kind.QUEUE, "sales"), 1, 7, 0, 12);
        follow("f1", sender);

        assertThat(cell.events().get(0).after()).contains(new Recorded.Position(sender.source(), 1, 12));
        assertThat(follow("f2", sender).outcome()).isEqualTo(Outcome.accepted());
        assertThat(cell.number()).isEqualTo(1);
    }

    @Test
    void a_refused_follow_up_is_refused_again_when_it_comes_again_even_if_it_could_be_taken_then() {
        take("c1", SIGN_IN, "");
        take("c2", new AgentCommand.EndSession(Cause.LOGOUT), "");
        Body add = new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of(new QueueName("sales")));
        Step refused = follow(add, 1, 0);
        take("c3", SIGN_IN, "");

        assertThat(refused.outcome().isAccepted()).isFalse();
        assertThat(refused.kept()).as("reaches the backup before it answers").isTrue();
        assertThat(follow(add, 1, 0).outcome()).isEqualTo(refused.outcome());
        assertThat(follow(add, 2, 1).outcome()).isEqualTo(Outcome.accepted());
        assertThat(follow(add, 1, 0).outcome()).as("the source had its outcome before it sent the next").isEqualTo(Outcome.accepted());
    }

    @Test
    void a_refused_follow_up_to_a_cell_that_is_not_there_makes_none() {
        assertThat(follow(new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of(new QueueName("sales"))), 1, 0).kept()).isFalse();
    }

    @Test
    void a_follow_up_behind_a_missing_one_is_refused_and_changes_nothing() {
        follow(SIGN_IN, 3, 0);
        Cell before = cell;
        Body out = new AgentCommand.EndSession(Cause.LOGOUT);

        Step gap = follow(out, 7, 5);
        assertThat(gap.outcome().isAccepted()).isFalse();
        assertThat(gap.kept()).isFalse();
        assertThat(gap.cell()).isSameAs(before);
        assertThat(follow(new AgentCommand.EndSession(Cause.LOGOUT), 5, 3).outcome()).isEqualTo(Outcome.accepted());
        assertThat(follow(SIGN_IN, 7, 5).outcome()).isEqualTo(Outcome.accepted());
        assertThat(cell.number()).isEqualTo(3);
    }

    private ChannelId readyForTwoQueues() {
        List<QueueName> queues = List.of(new QueueName("sales"), new QueueName("support"));
        take("c1", SIGN_IN, "");
        take("c2", new AgentCommand.AddChannel(Medium.VOICE, "5001", queues), "");
        ChannelId voice = ((Agent) cell.state()).channels().get(0).id();
        take("c3", new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(voice, List.of())), false), "");
        take("c4", new AgentCommand.SetPresence(voice, Presence.READY), "");
        return voice;
    }

    @Test
    void a_follow_up_names_the_one_before_it_to_the_same_cell_while_that_may_be_under_way() {
        ChannelId voice = readyForTwoQueues();
        take("c5", new AgentCommand.SetPresence(voice, Presence.NOT_READY), "");

        assertThat(cell.outbox()).extracting(Cell.Sending::after).containsExactly(0L, 0L, 1L, 2L);
    }

    @Test
    void follow_ups_are_numbered_from_one_and_kept_until_they_are_delivered() {
        readyForTwoQueues();

        assertThat(cell.outbox()).extracting(Cell.Sending::sequence).containsExactly(1L, 2L);
        assertThat(cell.outbox()).extracting(Cell.Sending::number).as("of the event that caused them").containsOnly(cell.number());
        assertThat(cell.settledTo(new Cell.Settled(cell.number(), 1)).outbox()).extracting(Cell.Sending::sequence).containsExactly(2L);
    }

    @Test
    void a_cell_does_not_grow_with_age() {
        take("first", SIGN_IN, "");
        for (int i = 0; i < 500; i++) {
            take("out" + i, new AgentCommand.EndSession(Cause.LOGOUT), "");
            take("in" + i, SIGN_IN, "");
            cell = cell.settledTo(new Cell.Settled(cell.number(), cell.sequence()));
        }

        assertThat(cell.number()).isEqualTo(1001);
        assertThat(cell.events()).hasSize(Cell.KEPT_EVENTS);
        assertThat(cell.taken()).hasSize(Cell.KEPT_COMMANDS);
        assertThat(cell.outbox()).isEmpty();
    }

    @Test
    void what_kafka_has_not_acknowledged_is_kept_however_much_it_is() {
        take("first", SIGN_IN, "");
        for (int i = 0; i < 100; i++) {
            take("out" + i, new AgentCommand.EndSession(Cause.LOGOUT), "");
            take("in" + i, SIGN_IN, "");
        }

        assertThat(cell.events()).hasSize(201);
        assertThat(cell.after(0)).map(List::size).contains(201);
    }

    private Step take(String id, Body body, String digest) {
        return taken(Command.of(new CommandId(id), Instant.EPOCH, ANA, body, digest));
    }

    private Step follow(String id, Command.Sender sender) {
        return taken(new Command(new CommandId(id), new CommandId("cause"), Instant.EPOCH, ANA, SIGN_IN, "", Optional.of(sender)));
    }

    private Step follow(Body body, long sequence, long after) {
        Command.Sender sender = new Command.Sender(new Subject(Subject.Kind.QUEUE, "sales"), 1, sequence, after, 1);
        return taken(new Command(new CommandId("f" + sequence), new CommandId("cause"), Instant.EPOCH, ANA, body, "", Optional.of(sender)));
    }

    private Step taken(Command command) {
        Step step = Step.take(cell, command, AGENTS);
        cell = step.cell();
        return step;
    }
}
