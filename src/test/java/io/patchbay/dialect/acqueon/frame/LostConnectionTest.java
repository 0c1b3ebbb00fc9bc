package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.CUSTOMER;
import static io.patchbay.dialect.acqueon.CallStory.DIRECTORY;
import static io.patchbay.dialect.acqueon.CallStory.I;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events without a connection are not encoded, also where the last connection goes between two events of a command. */
class LostConnectionTest {
    private final AcqueonEncoder encoder = new AcqueonEncoder(CallStory.entry(ANA), DIRECTORY);

    private List<Notice> step(InteractionEvent event, Replicas before, Replicas after) {
        return encoder.step(new Delivery(Subject.of(I), 1,
                new Recorded(1, Scenario.second(9), Scenario.id(9), Optional.empty(), event), before, after));
    }

    @Test
    void who_signs_in_again_is_told_nothing_of_a_call_that_ended_meanwhile() {
        CallStory story = CallStory.answered();
        Call call = story.state().call(K1).orElseThrow();
        Replicas talking = story.replicas(ANA);
        InteractionEvent first = new ConnectionCleared(K1, call.at(CUSTOMER).orElseThrow().id(), CUSTOMER, Optional.empty(), Cause.REMOTE);
        Interaction alone = new InteractionRules().evolve(story.state(), first, Scenario.second(9));
        assertThat(step(first, talking, new Replicas(talking.agent(), Map.of(I, alone)))).as("more of the same follows").isEmpty();
        Replicas over = story.when(story.farEnd(K1, Action.HANG_UP)).replicas(ANA);

        Envelopes cisco = Envelopes.of(Flavour.CISCO, CallStory.entry(ANA), DIRECTORY);
        assertThat(cisco.of(encoder.answer(Verb.SIGN_IN, over, Scenario.second(9))))
                .filteredOn(event -> event.subtopic().equals("CallsStateChange"))
                .allSatisfy(event -> assertThat(event.message().path("calls")).isEmpty());
        assertThat(step(new Completed(ANA, false), over, over)).isEmpty();
    }
}
