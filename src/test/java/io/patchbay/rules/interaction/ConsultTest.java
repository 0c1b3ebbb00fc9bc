package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.ANAS;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.BENS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.MOBILE;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.offered;
import static io.patchbay.rules.interaction.Cast.ring;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.CallEvent.Held;
import io.patchbay.model.CallEvent.Originated;
import io.patchbay.model.CallEvent.Retrieved;
import io.patchbay.model.CallEvent.Within;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.Destination;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.PartyEvent.Conferenced;
import io.patchbay.model.PartyEvent.Transferred;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** CHOREOGRAPHY B3. Ana talks to a customer of the queue; commands 1 to 3 of a story bring her there, the fourth consults. */
class ConsultTest {
    private static final CallId SECOND = Ids.call(Scenario.id(4));
    private static final PartyId ANA2 = Ids.party(Scenario.id(4), "caller");
    private static final PartyId BEN2 = Ids.party(Scenario.id(4), "called");
    private static final QueueName SUPPORT = new QueueName("support");
    private static final ConsultationCall ASKS_BEN = new ConsultationCall(ANA, Call.ConsultFor.EITHER, Cast.TO_BEN);

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> ringing() {
        return answeredCall().when(ASKS_BEN).accepted().when(ring(BEN, BENS, X5002)).accepted();
    }

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> consulting() {
        return ringing().when(new Answer(BEN, SECOND)).accepted();
    }

    @Test
    void the_own_extension_is_refused() {
        answeredCall().when(new ConsultationCall(ANA, Call.ConsultFor.EITHER, Cast.TO_ANA)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_consult_holds_the_call_and_calls_the_colleague_in_another() {
        Connection ana = new Connection(ANA2, X5001, Role.AGENT, Optional.of(ANA), Optional.empty(), State.INITIATED);
        Connection ben = new Connection(BEN2, X5002, Role.AGENT, Optional.of(BEN), Optional.empty(), State.INITIATED);

        answeredCall().when(ASKS_BEN)
                .then(new Held(CALL, offered(2), X5001, Optional.of(ANA), Within.CONSULTATION),
                        new Originated(SECOND, Call.Purpose.CONSULT, X5001, X5002, List.of(ana, ben),
                                Optional.of(new Member(ANA, ANAS, Member.Phase.ACTIVE, Optional.of(SECOND))),
                                Optional.of(Call.ConsultFor.EITHER), Optional.empty(), Optional.empty()))
                .asks(FollowUp.to(Subject.of(BEN), new Reserve(BEN, SELF, Medium.VOICE, Optional.empty(), true, Optional.of(X5002)),
                        new ReserveRefused(BEN, Cause.UNAVAILABLE)));
    }

    @Test
    void a_colleague_that_rejects_ends_the_consult_and_the_customer_stays_on_hold() {
        ringing().when(new Reject(BEN))
                .then(new Rejected(BEN, Optional.of(SECOND), Optional.of(BEN2)),
                        new ConnectionCleared(SECOND, ANA2, X5001, Optional.of(ANA), Cause.REJECTED))
                .asks(Subject.of(BEN), new Release(SELF, BENS, false))
                .and(i -> assertThat(i.call(CALL).orElseThrow().of(ANA).orElseThrow().state()).isEqualTo(State.HELD))
                .and(i -> assertThat(i.member(ANA).orElseThrow().focus()).contains(CALL));
    }

    @Test
    void a_colleague_without_a_slot_fails_the_consult() {
        answeredCall().when(ASKS_BEN).when(new ReserveRefused(BEN, Cause.BUSY))
                .then(new Failed(SECOND, BEN2, X5002, Optional.of(BEN), Cause.BUSY),
                        new ConnectionCleared(SECOND, ANA2, X5001, Optional.of(ANA), Cause.BUSY)).asksNothing()
                .when(ASKS_BEN).accepted();
    }

    @Test
    void nobody_is_connected_twice() {
        ringing().when(new Retrieve(ANA, CALL)).refusedWith(Reason.WRONG_STATE);
        consulting().when(new Retrieve(ANA, CALL)).refusedWith(Reason.WRONG_STATE)
                .when(new AlternateCall(ANA))
                .then(new Held(SECOND, ANA2, X5001, Optional.of(ANA), Within.ALTERNATION),
                        new Retrieved(CALL, offered(2), X5001, Optional.of(ANA), Within.ALTERNATION)).asksNothing();
    }

    @Test
    void a_transfer_moves_the_colleague_to_the_original_call_in_one_event() {
        consulting().when(new TransferCall(ANA))
                .then(new Transferred(CALL, Optional.of(SECOND), CALL, ANA, List.of(), Optional.empty()))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true))
                .and(i -> assertThat(i.calls()).hasSize(1))
                .and(i -> assertThat(i.calls().get(0).secondary()).contains(SECOND))
                .and(i -> assertThat(addresses(i, CALL)).containsExactly(MOBILE, X5002))
                .and(i -> assertThat(i.member(BEN)).contains(new Member(BEN, BENS, Member.Phase.ACTIVE, Optional.of(CALL))))
                .and(i -> assertThat(i.member(ANA).orElseThrow().phase()).isEqualTo(Member.Phase.ENDED))
                .and(i -> assertThat(i.owner()).contains(BEN));
    }

    @Test
    void the_original_call_survives_though_it_was_taken_up_again() {
        consulting().when(new AlternateCall(ANA)).when(new TransferCall(ANA))
                .then(new Transferred(CALL, Optional.of(SECOND), CALL, ANA, List.of(), Optional.empty()));
    }

    @Test
    void a_conference_moves_the_colleague_and_takes_the_customer_up() {
        consulting().when(new ConferenceCall(ANA)).then(new Conferenced(CALL, SECOND, CALL, ANA)).asksNothing()
                .and(i -> assertThat(addresses(i, CALL)).containsExactly(MOBILE, X5001, X5002))
                .and(i -> assertThat(i.call(CALL).orElseThrow().in(State.CONNECTED)).hasSize(3))
                .and(i -> assertThat(i.member(ANA).orElseThrow().focus()).contains(CALL))
                .when(new ClearConnection(ANA, CALL)).accepted()
                .and(i -> assertThat(i.owner()).contains(BEN));
    }

    @Test
    void while_the_colleague_is_rung_only_who_asks_for_it_transfers() {
        ringing().when(new TransferCall(ANA)).refusedWith(Reason.WRONG_STATE).when(new ConferenceCall(ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new TransferCall(ANA, true)).accepted()
                .and(i -> assertThat(i.call(CALL).orElseThrow().of(BEN).orElseThrow().state()).isEqualTo(State.ALERTING))
                .and(i -> assertThat(i.owner()).isEmpty())
                .when(new Answer(BEN, CALL)).accepted().and(i -> assertThat(i.owner()).contains(BEN));
    }

    @Test
    void one_consults_beside_no_other_call_and_not_about_a_consult() {
        ringing().when(ASKS_BEN).refusedWith(Reason.WRONG_STATE);
        consulting().when(new ConsultationCall(BEN, Call.ConsultFor.EITHER, Cast.TO_CARO)).refusedWith(Reason.WRONG_STATE)
                .when(new ConsultationCall(Cast.CARO, Call.ConsultFor.EITHER, Cast.TO_BEN)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void a_customer_that_hangs_up_leaves_the_colleagues_talking() {
        consulting().when(new FarEndActs(CALL, MOBILE, FarEndActs.Action.HANG_UP)).accepted().asksNothing()
                .and(i -> assertThat(i.calls()).hasSize(1)).and(i -> assertThat(i.member(ANA).orElseThrow().focus()).contains(SECOND));
    }

    @Test
    void who_signs_out_of_a_consult_leaves_the_customer_to_the_queue_it_came_from() {
        PartyId again = Ids.beside(Cast.offered(2), "queue");
        consulting().when(new AgentLeft(ANA, Cause.LOGOUT)).accepted()
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS, true)), FollowUp.to(Subject.of(Cast.SALES),
                        new Enqueue(SELF, Medium.VOICE, Scenario.second(1), true, TERMS, again)))
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isTrue()).and(i -> assertThat(i.owner()).isEmpty())
                .when(Cast.offer(Cast.CARO, new ChannelId("voice-caro"), new Address("5003"))).refusedWith(Reason.NOT_MINE)
                .when(new Alert(Cast.CARO, new ChannelId("voice-caro"), new Address("5003"),
                        Optional.of(new QueuePlace(Cast.SALES, again)))).accepted();
    }

    @Test
    void a_consult_to_a_queue_waits_there_on_its_own_account() {
        Destination support = new Destination.ToQueue(SUPPORT, new Address("6002"), false);
        answeredCall().when(new ConsultationCall(ANA, Call.ConsultFor.EITHER, support)).accepted()
                .asks(Subject.of(SUPPORT),
                        new Enqueue(SELF, Medium.VOICE, Scenario.second(4), false, TERMS, Ids.party(Scenario.id(4), "called")))
                .and(i -> assertThat(i.asking().orElseThrow().waiting()).isTrue())
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isFalse())
                .when(new ClearConnection(ANA, SECOND)).accepted().asks(Subject.of(SUPPORT), new Leave(SELF, Exit.ABANDONED))
                .and(i -> assertThat(i.asking()).isEmpty()).and(i -> assertThat(i.queue().orElseThrow().queue()).isEqualTo(Cast.SALES));
    }

    @Test
    void an_offer_of_an_earlier_consult_to_the_same_queue_is_not_ours() {
        Destination support = new Destination.ToQueue(SUPPORT, new Address("6002"), false);
        ConsultationCall asks = new ConsultationCall(ANA, Call.ConsultFor.EITHER, support);
        Function<Integer, Alert> offer = asked -> new Alert(BEN, BENS, X5002,
                Optional.of(new QueuePlace(SUPPORT, Ids.party(Scenario.id(asked), "called"))));

        answeredCall().givenDone(asks, new ClearConnection(ANA, SECOND), asks)
                .when(offer.apply(4)).refusedWith(Reason.NOT_MINE)
                .when(offer.apply(6)).accepted();
    }

    private static List<Address> addresses(Interaction state, CallId call) {
        return state.call(call).orElseThrow().connections().stream().map(Connection::address).toList();
    }
}
