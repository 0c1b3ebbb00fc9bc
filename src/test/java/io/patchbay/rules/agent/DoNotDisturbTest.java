package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.BEN;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.J;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static io.patchbay.rules.agent.AgentStory.VOICE;
import static io.patchbay.rules.agent.AgentStory.ana;
import static io.patchbay.rules.agent.AgentStory.called;
import static io.patchbay.rules.agent.AgentStory.channel;
import static io.patchbay.rules.agent.AgentStory.dial;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.logout;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand.SetDoNotDisturb;
import io.patchbay.model.DeviceCommand.SetForwarding;
import io.patchbay.model.DeviceEvent.CallForwarded;
import io.patchbay.model.DeviceEvent.DoNotDisturbSet;
import io.patchbay.model.DeviceEvent.ForwardingSet;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Do-not-disturb and forwarding at the extensions of an agent. */
class DoNotDisturbTest {
    private static final Address X5001 = new Address("5001");
    private static final Address X5011 = new Address("5011");
    private static final Optional<AgentId> SAM = Optional.of(new AgentId("sam"));
    private static final AgentCommand ON = new SetDoNotDisturb(X5001, true, Optional.empty());
    private static final AgentCommand OFF = new SetDoNotDisturb(X5001, false, Optional.empty());
    private static final AgentCommand TO_BEN = new SetForwarding(X5001, Optional.of(BEN), Optional.empty());
    private static final AgentCommand TO_NOBODY = new SetForwarding(X5001, Optional.empty(), Optional.empty());
    private static final AgentCommand CALLED = called(I, X5001);

    @Test
    void a_direct_call_is_refused_as_not_available() {
        ready(Medium.VOICE).when(ON).then(new DoNotDisturbSet(X5001, true, Optional.empty()))
                .when(CALLED).refusedWith(Reason.NOT_AVAILABLE)
                .when(OFF).then(new DoNotDisturbSet(X5001, false, Optional.empty()))
                .when(CALLED).accepted();
    }

    @Test
    void queues_hear_that_the_agent_takes_no_calls_and_when_it_does_again() {
        Instant since = Scenario.second(4);
        ready(Medium.VOICE).when(ON)
                .asks(FollowUp.to(Subject.of(SALES), new QueueCommand.AgentNotIdle(ANA, Medium.VOICE)),
                        FollowUp.to(Subject.of(SUPPORT), new QueueCommand.AgentNotIdle(ANA, Medium.VOICE)))
                .when(offer(I, Medium.VOICE, SALES)).refusedWith(Reason.NOT_AVAILABLE)
                .when(OFF)
                .asks(FollowUp.to(Subject.of(SALES), new QueueCommand.AgentIdle(ANA, Medium.VOICE, since)),
                        FollowUp.to(Subject.of(SUPPORT), new QueueCommand.AgentIdle(ANA, Medium.VOICE, since)));
    }

    @Test
    void other_contacts_than_calls_come_as_before() {
        ready(Medium.CHAT).when(ON).accepted().asksNothing()
                .when(offer(I, Medium.CHAT, SALES)).accepted();
        ready(Medium.CHAT).givenDone(ON).when(direct(I, Medium.CHAT)).accepted();
    }

    @Test
    void the_agent_itself_may_dial_and_monitor() {
        ready(Medium.VOICE).givenDone(ON).when(dial(VOICE)).accepted();
        ready(Medium.VOICE).givenDone(ON).when(direct(I, Medium.VOICE)).accepted();
    }

    /** Ana's second telephone is 5011. */
    private static Scenario<Agent, AgentCommand, AgentEvent> both() {
        return ready(Medium.VOICE).givenDone(new AgentCommand.AddChannel(Medium.VOICE, "5011", List.of(SALES)),
                AgentStory.activate(channel(5, Medium.VOICE)), AgentStory.wish(channel(5, Medium.VOICE), Presence.READY));
    }

    @Test
    void the_extension_that_is_called_rings() {
        both().when(called(I, X5011)).accepted()
                .and(agent -> assertThat(agent.work(I).map(Agent.Work::channel)).contains(channel(5, Medium.VOICE)));
        both().when(CALLED).accepted().and(agent -> assertThat(agent.work(I).map(Agent.Work::channel)).contains(VOICE));
    }

    @Test
    void no_other_extension_rings_for_one_without_an_active_channel() {
        both().when(called(I, new Address("5021"))).refusedWith(Reason.NOT_AVAILABLE);
        both().givenDone(AgentStory.deactivate(channel(5, Medium.VOICE))).when(called(I, X5011)).refusedWith(Reason.NOT_AVAILABLE);
    }

    @Test
    void it_is_of_one_extension() {
        both().givenDone(ON).when(CALLED).refusedWith(Reason.NOT_AVAILABLE)
                .when(called(I, X5011)).accepted()
                .and(agent -> assertThat(agent.work(I).map(Agent.Work::channel)).contains(channel(5, Medium.VOICE)))
                .when(AgentStory.withdrawn(I, channel(5, Medium.VOICE))).accepted()
                .when(offer(J, Medium.VOICE, SALES)).accepted()
                .and(agent -> assertThat(agent.work(J).map(Agent.Work::channel)).contains(channel(5, Medium.VOICE)));
    }

    @Test
    void a_direct_call_goes_to_the_destination_whatever_the_agent_is_doing() {
        OfferCommand divert = new OfferCommand.Divert(ANA, X5001, BEN);
        CallForwarded forwarded = new CallForwarded(I, X5001, BEN);
        ready(Medium.VOICE).when(TO_BEN).then(new ForwardingSet(X5001, Optional.of(BEN), Optional.empty())).asksNothing()
                .when(CALLED).then(forwarded).asks(Subject.of(I), divert)
                .and(agent -> assertThat(agent.work()).isEmpty());
        ready(Medium.VOICE).givenDone(dial(VOICE), TO_BEN).when(CALLED).then(forwarded).asks(Subject.of(I), divert);
        signedIn().givenDone(TO_BEN, ON).when(CALLED).then(forwarded).asks(Subject.of(I), divert);
        ready(Medium.VOICE).givenDone(TO_BEN).when(TO_NOBODY).accepted().when(CALLED).accepted()
                .and(agent -> assertThat(agent.work(I)).isPresent());
    }

    @Test
    void calls_of_a_queue_are_not_forwarded() {
        ready(Medium.VOICE).givenDone(TO_BEN).when(offer(I, Medium.VOICE, SALES)).accepted()
                .and(agent -> assertThat(agent.work(I)).isPresent());
    }

    @Test
    void nobody_forwards_to_an_extension_of_its_own() {
        for (Address own : List.of(X5001, X5011)) {
            ready(Medium.VOICE).when(new SetForwarding(X5001, Optional.of(new Destination.Extension(ANA, own)), Optional.empty()))
                    .refusedWith(Reason.INVALID_DATA);
        }
    }

    @Test
    void what_is_set_already_is_told_once_more() {
        signedIn().givenDone(ON).when(ON).then(new DoNotDisturbSet(X5001, true, Optional.empty()));
        signedIn().when(TO_NOBODY).then(new ForwardingSet(X5001, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_supervisor_who_sets_it_is_named() {
        signedIn().when(new SetDoNotDisturb(X5001, true, SAM)).then(new DoNotDisturbSet(X5001, true, SAM))
                .when(new SetForwarding(X5001, Optional.of(BEN), SAM)).then(new ForwardingSet(X5001, Optional.of(BEN), SAM));
    }

    @Test
    void it_ends_with_the_session() {
        ready(Medium.VOICE).givenDone(ON, TO_BEN)
                .and(agent -> assertThat(agent.devices()).containsExactly(new Agent.Device(X5001, true, Optional.of(BEN))))
                .when(logout()).accepted()
                .and(agent -> assertThat(agent.at(Optional.empty(), agent.work())).isEqualTo(Agent.SIGNED_OUT));
        ana().when(ON).refusedWith(Reason.NOT_SIGNED_IN);
        ana().when(TO_BEN).refusedWith(Reason.NOT_SIGNED_IN);
    }

    @Test
    void an_extension_with_nothing_set_is_not_kept_and_there_is_a_most() {
        signedIn().givenDone(ON, TO_BEN, OFF, TO_NOBODY).and(agent -> assertThat(agent.devices()).isEmpty());
        var story = signedIn();
        for (int n = 0; n < 32; n++) {
            story.givenDone(new SetDoNotDisturb(new Address("70" + n), true, Optional.empty()));
        }
        story.when(ON).refusedWith(Reason.WRONG_STATE).when(TO_BEN).refusedWith(Reason.WRONG_STATE)
                .when(new SetDoNotDisturb(new Address("700"), false, Optional.empty())).accepted()
                .when(ON).accepted();
    }
}
