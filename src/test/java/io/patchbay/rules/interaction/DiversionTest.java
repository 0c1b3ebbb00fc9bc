package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.ANAS;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CALLED;
import static io.patchbay.rules.interaction.Cast.CALLER;
import static io.patchbay.rules.interaction.Cast.CARO;
import static io.patchbay.rules.interaction.Cast.MOBILE;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SALES_NUMBER;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_CARO;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.anaDials;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.customerCalls;
import static io.patchbay.rules.interaction.Cast.outside;
import static io.patchbay.rules.interaction.Cast.ring;
import static io.patchbay.rules.interaction.Cast.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Diverted;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.Divert;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call whose called extension forwards it (CSTA: Diverted). */
class DiversionTest {
    private static final ChannelId CAROS = new ChannelId("voice-caro");
    private static final Address X5003 = new Address("5003");

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> anaCallsBen() {
        return story().givenDone(anaDials(TO_BEN));
    }

    private static InteractionCommand benForwardsTo(Destination to) {
        return new Divert(BEN, X5002, to);
    }

    private static PartyId called(int command) {
        return Ids.party(Scenario.id(command), "called");
    }

    private static Connection party(Interaction state, CallId call, PartyId id) {
        return state.call(call).orElseThrow().connection(id).orElseThrow();
    }

    @Test
    void a_call_to_a_colleague_goes_to_another_one() {
        Connection caro = new Connection(called(2), X5003, Role.AGENT, Optional.of(CARO), Optional.empty(), State.INITIATED, false,
                Optional.empty(), List.of(X5002), Optional.empty(), Optional.empty());
        anaCallsBen().when(benForwardsTo(TO_CARO))
                .then(new Diverted(CALL, CALLED, X5002, Optional.of(BEN), caro, Optional.empty()))
                .asks(FollowUp.to(Subject.of(CARO), new Reserve(CARO, SELF, Medium.VOICE, Optional.empty(), false, Optional.of(X5003)),
                        new ReserveRefused(CARO, Cause.UNAVAILABLE)))
                .when(ring(CARO, CAROS, X5003)).accepted()
                .and(i -> assertThat(party(i, CALL, called(2)).diversions()).containsExactly(X5002))
                .when(new Answer(CARO, CALL)).accepted()
                .and(i -> assertThat(i.call(CALL).orElseThrow().connections()).extracting(Connection::address, Connection::state)
                        .containsExactly(tuple(X5001, State.CONNECTED),
                                tuple(X5003, State.CONNECTED)));
    }

    @Test
    void a_customer_reaches_the_destination_of_the_extension() {
        story().givenDone(customerCalls(TO_BEN)).when(benForwardsTo(TO_CARO)).accepted()
                .when(ring(CARO, CAROS, X5003)).accepted()
                .when(new Answer(CARO, CALL)).accepted()
                .and(i -> assertThat(i.owner()).contains(CARO));
    }

    @Test
    void the_caller_is_told_why_the_destination_cannot_be_reached() {
        anaCallsBen().givenDone(benForwardsTo(TO_CARO)).when(new ReserveRefused(CARO, Cause.UNAVAILABLE))
                .then(new Failed(CALL, called(2), X5003, Optional.of(CARO), Cause.UNAVAILABLE),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.UNAVAILABLE), new Ended(Cause.UNAVAILABLE))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void an_outside_number_rings_in_its_place() {
        anaCallsBen().when(benForwardsTo(outside(FarEnd.Kind.MANUAL))).accepted().asksNothing()
                .and(i -> assertThat(party(i, CALL, called(2)).state()).isEqualTo(State.ALERTING))
                .when(Cast.mobile(FarEndActs.Action.ANSWER)).accepted()
                .and(i -> assertThat(party(i, CALL, CALLER).state()).isEqualTo(State.CONNECTED));
        anaCallsBen().when(benForwardsTo(outside(FarEnd.Kind.INVALID))).accepted()
                .and(i -> assertThat(i.phase()).isEqualTo(Interaction.Phase.ENDED))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void a_queue_takes_the_call_as_if_it_had_been_called() {
        story().givenDone(customerCalls(TO_BEN)).when(benForwardsTo(TO_SALES)).accepted()
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.VOICE, Scenario.second(2), true, TERMS, called(2)))
                .and(i -> assertThat(i.queueing().orElseThrow().waiting()).isTrue())
                .when(new Alert(CARO, CAROS, X5003,
                        Optional.of(new QueuePlace(SALES, called(2))))).accepted()
                .when(new Answer(CARO, CALL)).accepted()
                .and(i -> assertThat(i.call(CALL).orElseThrow().connections()).extracting(Connection::address)
                        .containsExactly(MOBILE, X5003));
        anaCallsBen().givenDone(benForwardsTo(TO_SALES)).when(new ClearConnection(ANA, CALL)).accepted()
                .asks(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED)),
                        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, true)));
    }

    @Test
    void a_consultation_waits_in_the_queue_of_its_destination() {
        CallId second = Ids.call(Scenario.id(4));
        answeredCall().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_BEN)).when(benForwardsTo(TO_SALES)).accepted()
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.VOICE, Scenario.second(5), true, TERMS, called(5)))
                .and(i -> assertThat(i.asking()).isPresent())
                .and(i -> assertThat(party(i, second, called(5)).address()).isEqualTo(SALES_NUMBER));
    }

    @Test
    void a_transferred_call_goes_on_to_the_destination() {
        answeredCall().givenDone(new SingleStepTransfer(ANA, CALL, TO_BEN)).when(benForwardsTo(TO_CARO)).accepted()
                .when(ring(CARO, CAROS, X5003)).accepted()
                .and(i -> assertThat(i.call(CALL).orElseThrow().connections()).extracting(Connection::address)
                        .containsExactly(MOBILE, X5003));
        answeredCall().givenDone(new SingleStepTransfer(ANA, CALL, TO_BEN)).when(benForwardsTo(TO_SALES)).accepted()
                .and(i -> assertThat(i.queueing().orElseThrow().waiting()).isTrue());
    }

    @Test
    void a_party_called_into_a_conference_is_still_invited_by_the_same_agent() {
        var invited = answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN));
        invited.when(benForwardsTo(TO_CARO)).accepted()
                .and(i -> assertThat(party(i, CALL, called(5)).invitedBy()).contains(ANA));
    }

    @Test
    void a_queue_cannot_be_called_into_a_conference() {
        answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN)).when(benForwardsTo(TO_SALES)).accepted().asksNothing()
                .and(i -> assertThat(i.call(CALL).orElseThrow().connections()).extracting(Connection::address)
                        .containsExactly(MOBILE, X5001));
    }

    @Test
    void a_queue_that_cannot_be_called_into_a_conference_is_waited_for_at_no_moment() {
        var invited = answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN));
        Interaction state = invited.state();
        for (InteractionEvent event : invited.when(benForwardsTo(TO_SALES)).accepted().events()) {
            state = InteractionEvolve.evolve(state, event, Scenario.START);
            assertThat(state.queueing().orElseThrow().waiting()).as("after %s", event.name()).isFalse();
        }
    }

    @Test
    void who_takes_part_already_is_busy() {
        anaCallsBen().when(benForwardsTo(TO_ANA)).accepted()
                .and(i -> assertThat(i.phase()).isEqualTo(Interaction.Phase.ENDED))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
        assertThat(anaCallsBen().when(benForwardsTo(TO_ANA)).events())
                .contains(new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.BUSY));
    }

    @Test
    void a_call_that_comes_back_to_an_extension_that_forwarded_it_ends() {
        var circle = story().givenDone(customerCalls(TO_BEN), benForwardsTo(TO_CARO)).when(new Divert(CARO, X5003, TO_BEN));

        circle.accepted().asksNothing().and(i -> assertThat(i.phase()).isEqualTo(Interaction.Phase.ENDED));
        assertThat(circle.events()).contains(new Failed(CALL, called(3), X5002, Optional.empty(), Cause.UNAVAILABLE));
    }

    @Test
    void a_call_is_forwarded_five_times_at_most() {
        var chain = story().givenDone(customerCalls(new Destination.Extension(new AgentId("a0"), new Address("7000"))));
        for (int n = 0; n < 5; n++) {
            chain.givenDone(new Divert(new AgentId("a" + n), new Address("700" + n), extension(n + 1)))
                    .and(i -> assertThat(i.isLive()).isTrue());
        }
        chain.when(new Divert(new AgentId("a5"), new Address("7005"), extension(6))).accepted()
                .and(i -> assertThat(i.phase()).isEqualTo(Interaction.Phase.ENDED));
    }

    private static Destination extension(int n) {
        return new Destination.Extension(new AgentId("a" + n), new Address("700" + n));
    }

    @Test
    void only_who_is_being_called_forwards() {
        anaCallsBen().when(new Divert(CARO, X5003, TO_SALES)).refusedWith(Reason.NOT_MINE)
                .when(new Divert(BEN, X5003, TO_SALES)).refusedWith(Reason.NOT_MINE)
                .when(new Divert(ANA, X5001, TO_SALES)).refusedWith(Reason.NOT_MINE)
                .givenDone(benForwardsTo(TO_CARO)).when(benForwardsTo(TO_CARO)).refusedWith(Reason.NOT_MINE);
        anaCallsBen().givenDone(ring(BEN, new ChannelId("voice-ben"), X5002)).when(benForwardsTo(TO_CARO)).refusedWith(Reason.NOT_MINE);
        anaCallsBen().givenDone(new ClearConnection(ANA, CALL)).when(benForwardsTo(TO_CARO)).refusedWith(Reason.NOT_MINE);
    }
}
