package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.BENS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.MOBILE;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_CARO;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.ring;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.CallQueued;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PartyCommand.DropParticipant;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.PartyEvent.PartyAdded;
import io.patchbay.model.PartyEvent.Transferred;
import io.patchbay.model.PartyId;
import io.patchbay.model.Reason;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may be called into a call, and dropped from it. Ana talks to a customer of the queue; command 4 of a story calls somebody in. */
class AddedPartyTest {
    private static final PartyId CALLED_IN = Ids.party(Scenario.id(4), "called");
    private static final Destination NOWHERE =
            new Destination.Outside(new Address("+15550103"), new FarEnd(FarEnd.Kind.INVALID, Duration.ZERO));

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> ringingBen() {
        return answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN), ring(BEN, BENS, X5002));
    }

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> conferring() {
        return ringingBen().givenDone(new Answer(BEN, CALL));
    }

    @Test
    void nobody_calls_itself_in() {
        answeredCall().when(new SingleStepTransfer(ANA, CALL, TO_ANA)).refusedWith(Reason.INVALID_DATA)
                .when(new SingleStepConference(ANA, CALL, TO_ANA)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_queue_is_no_party_of_a_conference() {
        answeredCall().when(new SingleStepConference(ANA, CALL, TO_SALES)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_call_does_not_go_to_a_queue_while_somebody_is_called_into_it() {
        ringingBen().when(new SingleStepTransfer(ANA, CALL, TO_SALES)).refusedWith(Reason.WRONG_STATE)
                .when(new SingleStepTransfer(ANA, CALL, TO_CARO)).accepted();
    }

    @Test
    void a_call_does_not_go_to_a_queue_while_another_is_asked() {
        conferring().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_SALES))
                .when(new SingleStepTransfer(BEN, CALL, TO_SALES)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void a_number_that_is_none_leaves_the_call_as_it_was() {
        assertThat(answeredCall().when(new SingleStepConference(ANA, CALL, NOWHERE)).accepted().events())
                .hasExactlyElementsOfTypes(PartyAdded.class, Failed.class);
    }

    @Test
    void a_customer_handed_on_to_a_number_that_is_none_waits_again() {
        assertThat(answeredCall().when(new SingleStepTransfer(ANA, CALL, NOWHERE)).accepted().events())
                .hasExactlyElementsOfTypes(Transferred.class, Failed.class, CallQueued.class, Requeued.class);
    }

    @Test
    void who_takes_no_part_in_a_call_calls_nobody_into_it() {
        answeredCall().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_BEN), ring(BEN, BENS, X5002),
                        new Answer(BEN, Ids.call(Scenario.id(4))))
                .when(new SingleStepConference(BEN, CALL, TO_CARO)).refusedWith(Reason.UNKNOWN)
                .when(new DropParticipant(BEN, CALL, MOBILE)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void who_is_dropped_leaves_the_others_talking() {
        conferring().when(new DropParticipant(ANA, CALL, X5002))
                .then(new ConnectionCleared(CALL, CALLED_IN, X5002, Optional.of(BEN), Cause.DROPPED));
    }

    @Test
    void others_are_dropped_and_those_who_are_there() {
        conferring().when(new DropParticipant(ANA, CALL, X5001)).refusedWith(Reason.INVALID_DATA)
                .when(new DropParticipant(ANA, CALL, new Address("5003"))).refusedWith(Reason.INVALID_DATA);
    }
}
