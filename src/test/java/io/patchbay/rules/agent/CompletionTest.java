package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.CHAT;
import static io.patchbay.rules.agent.AgentStory.GRACE;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.J;
import static io.patchbay.rules.agent.AgentStory.LOST;
import static io.patchbay.rules.agent.AgentStory.S1;
import static io.patchbay.rules.agent.AgentStory.S2;
import static io.patchbay.rules.agent.AgentStory.S3;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.VOICE;
import static io.patchbay.rules.agent.AgentStory.activate;
import static io.patchbay.rules.agent.AgentStory.add;
import static io.patchbay.rules.agent.AgentStory.ana;
import static io.patchbay.rules.agent.AgentStory.completed;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.start;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.wish;
import static io.patchbay.rules.agent.AgentStory.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.StartSession.Mode;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.DataCommand;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that complete by themselves (CHOREOGRAPHY A16). */
class CompletionTest {

    /** A client that completes nothing, ready for calls. */
    private static Scenario<Agent, AgentCommand, AgentEvent> ready(Medium medium) {
        return ana().givenDone(start(S1, "kafka", false), add(medium), activate(AgentStory.channel(2, medium)),
                wish(AgentStory.channel(2, medium), Presence.READY));
    }

    private static Scenario<Agent, AgentCommand, AgentEvent> wrappingUp() {
        return ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I), over(I));
    }

    private static void completes(Scenario<Agent, AgentCommand, AgentEvent> story, InteractionId... interactions) {
        assertThat(story.accepted().asked().stream().filter(asked -> asked.body() instanceof DataCommand))
                .isEqualTo(Stream.of(interactions).map(i -> FollowUp.to(Subject.of(i), new DataCommand.Complete(ANA))).toList());
    }

    @Test
    void a_call_without_after_call_work_is_completed_with_its_end() {
        completes(ready(Medium.VOICE).givenDone(direct(I, Medium.VOICE), taken(I)).when(over(I)), I);
    }

    @Test
    void a_call_with_after_call_work_is_not_completed_with_its_end() {
        completes(ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I)).when(over(I)));
    }

    @ParameterizedTest
    @EnumSource(value = Presence.ChannelState.class, names = {"READY", "NOT_READY"})
    void a_call_is_completed_when_its_after_call_work_ends(Presence.ChannelState wish) {
        completes(wrappingUp().when(wish(VOICE, Presence.of(wish))), I);
    }

    @Test
    void after_call_work_that_another_call_interrupts_goes_on_after_it() {
        var interrupted = wrappingUp().givenDone(direct(J, Medium.VOICE), taken(J));
        completes(interrupted.when(over(J)));
        completes(interrupted.when(wish(VOICE, Presence.READY)), I, J);
    }

    @Test
    void a_client_that_completes_calls_keeps_them_also_while_it_is_lost() {
        completes(wrappingUp().givenDone(start(S2, "harmony", false), new AgentCommand.LoseBinding(S2))
                .when(wish(VOICE, Presence.NOT_READY)));
    }

    @Test
    void what_is_over_is_completed_when_the_last_client_that_completes_leaves() {
        completes(wrappingUp().givenDone(start(S2, "harmony", false), wish(VOICE, Presence.NOT_READY))
                .when(new AgentCommand.StartSession(new Agent.Binding(S2, "harmony", "m1", false), GRACE, LOST, Mode.OVERRIDE)), I);
    }

    @Test
    void a_client_that_takes_the_place_of_another_finds_what_is_over() {
        completes(wrappingUp().givenDone(start(S2, "harmony", false), wish(VOICE, Presence.NOT_READY))
                .when(start(S3, "harmony", true)));
    }

    @Test
    void a_call_is_asked_to_complete_once() {
        var over = wrappingUp().givenDone(wish(VOICE, Presence.NOT_READY));
        completes(over.when(wish(VOICE, Presence.NOT_READY)));
        over.when(completed(I)).then(new AgentEvent.SlotFreed(work(I, Agent.Work.Phase.ENDED), true));
    }

    @Test
    void a_contact_that_is_no_call_never_completes_by_itself() {
        completes(ready(Medium.CHAT).givenDone(direct(I, Medium.CHAT), taken(I, CHAT)).when(over(I, CHAT)));
    }
}
