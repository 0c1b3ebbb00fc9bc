package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.ANAS;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.BENS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CALLER;
import static io.patchbay.rules.interaction.Cast.MOBILE;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SALES_NUMBER;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.ring;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.CallQueued;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody is called into the call and does not come (CHOREOGRAPHY B4). Ana talks to a customer; command 4 of a story calls Ben. */
class FailedTransferTest {
    private static final PartyId CALLED_IN = Ids.party(Scenario.id(4), "called");
    private static final PartyId AGAIN = Ids.beside(CALLED_IN, "queue");
    private static final Destination SUPPORT = new Destination.ToQueue(new QueueName("support"), new Address("6002"), false);
    private static final Rejected REJECTED = new Rejected(BEN, Optional.of(CALL), Optional.of(CALLED_IN));
    private static final InteractionEvent[] WAITS_AGAIN = {
        new CallQueued(CALL, new Connection(AGAIN, SALES_NUMBER, Role.QUEUE, Optional.empty(), Optional.empty(), State.QUEUED), SALES),
        new Requeued(SALES, Optional.empty())};

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> transferred() {
        return answeredCall().givenDone(new SingleStepTransfer(ANA, CALL, TO_BEN));
    }

    /** Ana's first party has gone. She hands over the queue, where she waits, to a party that still rings: nobody is left to wait. */
    @Test
    void a_queue_is_left_when_it_is_handed_to_a_party_that_only_rings() {
        Destination rings = new Destination.Outside(new Address("+15550104"), new FarEnd(FarEnd.Kind.MANUAL, Duration.ZERO));
        var over = answeredCall().givenDone(new SingleStepConference(ANA, CALL, rings), Cast.mobile(Action.HANG_UP),
                new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_SALES)).when(new TransferCall(ANA, true)).accepted();

        assertThat(over.state().isLive()).isFalse();
        assertThat(over.asked()).containsOnlyOnce(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED)));
    }

    @Test
    void a_customer_whom_nobody_takes_over_waits_again_since_it_came() {
        transferred().givenDone(ring(BEN, BENS, X5002)).when(new Reject(BEN)).then(REJECTED, WAITS_AGAIN[0], WAITS_AGAIN[1])
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS, false)), FollowUp.to(Subject.of(SALES),
                        new Enqueue(SELF, Medium.VOICE, Scenario.second(1), true, TERMS, AGAIN)));
    }

    @Test
    void so_does_one_for_whom_nobody_can_be_reached() {
        transferred().when(new ReserveRefused(BEN, Cause.BUSY))
                .then(new Failed(CALL, CALLED_IN, X5002, Optional.of(BEN), Cause.BUSY), WAITS_AGAIN[0], WAITS_AGAIN[1]);
    }

    @Test
    void a_customer_that_came_through_no_queue_is_cleared() {
        Cast.story().givenDone(Cast.customerCalls(Cast.TO_ANA), ring(ANA, ANAS, X5001), new Answer(ANA, CALL),
                        new SingleStepTransfer(ANA, CALL, TO_BEN), ring(BEN, BENS, X5002))
                .when(new Reject(BEN)).then(REJECTED,
                        new ConnectionCleared(CALL, CALLER, MOBILE, Optional.empty(), Cause.FAILED), new Ended(Cause.FAILED));
    }

    @Test
    void where_somebody_stays_with_the_customer_it_does_not_wait() {
        answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN), ring(BEN, BENS, X5002)).when(new Reject(BEN)).then(REJECTED)
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isFalse());
    }

    @Test
    void a_contact_that_another_queue_is_asked_about_does_not_wait_in_two() {
        answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN), ring(BEN, BENS, X5002),
                        new ConsultationCall(ANA, Call.ConsultFor.EITHER, SUPPORT), new ClearConnection(ANA, CALL))
                .when(new Reject(BEN)).then(REJECTED, new ConnectionCleared(CALL, CALLER, MOBILE, Optional.empty(), Cause.FAILED));
    }

    @Test
    void who_asks_a_queue_is_not_whom_it_finds() {
        answeredCall().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, SUPPORT))
                .when(new Alert(ANA, ANAS, X5001, Optional.of(new QueuePlace(new QueueName("support"), CALLED_IN))))
                .refusedWith(Reason.NOT_MINE);
    }
}
