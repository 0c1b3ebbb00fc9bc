package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import io.patchbay.testing.RunningGateway;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole stories, from the customer's dial to the last click: sockets, both event topics, both state topics, the tombstone. */
class StoryTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static final Subject ANA = new Subject(Subject.Kind.AGENT, "ana");
    private static final Subject BEN = new Subject(Subject.Kind.AGENT, "ben");

    @Test
    void a_queue_call_is_the_same_on_the_sockets_and_on_the_topics() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("interaction.retention", "3s", "node.name", "story"))) {
            StoryTopics topics = new StoryTopics(broker, "story");
            RunningFarEnd farEnd = new RunningFarEnd(gateway.http());
            Player player = new Player(farEnd);
            Subject call = play("story/a-queue-call-and-its-afterwards", player);

            assertThat(topics.awaitEvents(call, 16).types(call)).containsExactly(
                    "interaction.created", "interaction.queued", "call.originated", "call.delivered", "interaction.rejected",
                    "interaction.requeued", "call.delivered", "call.established", "call.held", "call.retrieved", "interaction.dataChanged",
                    "call.connectionCleared", "call.connectionCleared", "interaction.ended", "interaction.dispositionSet",
                    "interaction.completed");
            topics.areNumbered(call);
            assertThat(((Interaction) topics.folded(call).get(call).state()).phase()).isEqualTo(Interaction.Phase.ENDED);
            topics.awaitSnapshot(BEN);
            topics.awaitTombstone(call);
            new TearDown().after(player, farEnd);
        }
    }

    /** A queue call; consult, alternate, conference; the first agent leaves; blind transfer outside. */
    @Test
    void two_agents_and_an_outside_expert_are_the_same_on_the_sockets_and_on_the_topics() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("interaction.retention", "3s", "node.name", "expert"))) {
            StoryTopics topics = new StoryTopics(broker, "expert");
            RunningFarEnd farEnd = new RunningFarEnd(gateway.http());
            Player player = new Player(farEnd);
            Subject call = play("story/two-agents-and-an-outside-expert", player);

            assertThat(topics.awaitEvents(call, 24).types(call)).containsExactly(
                    "interaction.created", "interaction.queued", "call.originated", "call.delivered", "call.established",
                    "call.held", "call.originated", "call.delivered", "call.established",
                    "call.held", "call.retrieved", "call.held", "call.retrieved",
                    "call.conferenced", "call.connectionCleared", "interaction.ownerChanged",
                    "call.transferred", "call.established", "interaction.dispositionSet", "interaction.completed", "interaction.completed",
                    "call.connectionCleared", "call.connectionCleared", "interaction.ended");
            assertThat(topics.day(ANA)).containsExactly("sessionStarted", "channelGroupAdded",
                    "notReady", "ready", "reserved", "busy", "afterCallWork", "ready");
            assertThat(topics.day(BEN)).containsExactly("sessionStarted", "channelGroupAdded",
                    "notReady", "reserved", "busy", "afterCallWork", "ready");
            for (Subject subject : new Subject[]{call, ANA, BEN}) {
                topics.areNumbered(subject);
            }
            assertThat(((Interaction) topics.folded(call).get(call).state()).members()).isEmpty();
            topics.awaitSnapshot(ANA);
            topics.awaitSnapshot(BEN);
            topics.awaitTombstone(call);
            new TearDown().after(player, farEnd);
        }
    }

    private static Subject play(String story, Player player) {
        player.play(Library.harmony().transcripts().stream().filter(t -> t.name().equals(story)).findFirst().orElseThrow());
        return Subject.of(new InteractionId(player.names().get("I").orElseThrow()));
    }
}
