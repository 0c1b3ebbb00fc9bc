package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.ANAS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CALLED;
import static io.patchbay.rules.interaction.Cast.CALLER;
import static io.patchbay.rules.interaction.Cast.MOBILE;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SALES_NUMBER;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.customerCalls;
import static io.patchbay.rules.interaction.Cast.outside;
import static io.patchbay.rules.interaction.Cast.queuedCall;
import static io.patchbay.rules.interaction.Cast.ring;
import static io.patchbay.rules.interaction.Cast.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Call.Purpose;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Delivered;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.CallEvent.Originated;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Created;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.Queued;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboundCallTest {

    private static final Connection CUSTOMER =
            new Connection(CALLER, MOBILE, Role.CUSTOMER, Optional.empty(), Optional.empty(), State.CONNECTED);
    private static final Connection ANAS_PHONE =
            new Connection(CALLED, X5001, Role.AGENT, Optional.of(ANA), Optional.empty(), State.INITIATED);

    @Test
    void a_customer_waits_in_the_queue_called() {
        Connection queue = new Connection(CALLED, SALES_NUMBER, Role.QUEUE, Optional.empty(), Optional.empty(), State.QUEUED);

        story().when(customerCalls(TO_SALES))
                .then(new Created(Medium.VOICE, Direction.INBOUND,
                                Map.of("segment", "gold", "ANI", "+15551234", "DNIS", "8000", "queue", "sales"), TERMS),
                        new Queued(SALES, SALES_NUMBER, true, Scenario.second(1), CALLED),
                        new Originated(CALL, Purpose.PRIMARY, MOBILE, SALES_NUMBER, List.of(CUSTOMER, queue), Optional.empty()))
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.VOICE, Scenario.second(1), true, TERMS, CALLED))
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isTrue());
    }

    @Test
    void a_customer_that_calls_an_agent_asks_for_its_slot() {
        story().when(customerCalls(TO_ANA))
                .then(new Created(Medium.VOICE, Direction.INBOUND, Map.of("segment", "gold", "ANI", "+15551234", "DNIS", "5001"), TERMS),
                        new Originated(CALL, Purpose.PRIMARY, MOBILE, X5001, List.of(CUSTOMER, ANAS_PHONE), Optional.empty()))
                .asks(FollowUp.to(Subject.of(ANA), new Reserve(ANA, SELF, Medium.VOICE, Optional.empty(), false, Optional.of(X5001)),
                        new ReserveRefused(ANA, Cause.UNAVAILABLE)));
    }

    @Test
    void the_agent_called_is_alerted_once_it_has_reserved_its_slot() {
        story().givenDone(customerCalls(TO_ANA)).when(ring(ANA, ANAS, X5001))
                .then(new Delivered(CALL, ANAS_PHONE.in(State.ALERTING), Optional.of(ANA), Optional.of(ANAS), Optional.empty()))
                .asksNothing();
    }

    @Test
    void a_customer_that_shows_the_number_it_calls_still_reaches_the_agent() {
        ContactArrived odd = new ContactArrived(Medium.VOICE, X5001, TO_ANA, Map.of(), TERMS);

        story().givenDone(odd).when(ring(ANA, ANAS, X5001)).accepted()
                .and(i -> assertThat(i.call(CALL).orElseThrow().of(ANA).orElseThrow().state()).isEqualTo(State.ALERTING));
    }

    @Test
    void a_customer_learns_that_the_agent_called_has_no_slot() {
        story().givenDone(customerCalls(TO_ANA)).when(new ReserveRefused(ANA, Cause.BUSY))
                .then(new Failed(CALL, CALLED, X5001, Optional.of(ANA), Cause.BUSY),
                        new ConnectionCleared(CALL, CALLER, MOBILE, Optional.empty(), Cause.BUSY),
                        new Ended(Cause.BUSY))
                .asksNothing();
    }

    @Test
    void the_reason_of_a_refused_slot_is_the_cause_the_caller_learns() {
        ReserveRefused unavailable = new ReserveRefused(ANA, Cause.UNAVAILABLE);

        assertThat(unavailable.because(Reason.BUSY)).isEqualTo(new ReserveRefused(ANA, Cause.BUSY));
        assertThat(unavailable.because(Reason.NOT_AVAILABLE)).isEqualTo(unavailable);
        assertThat(unavailable.because(Reason.NOT_SIGNED_IN)).isEqualTo(unavailable);
    }

    @Test
    void a_customer_cannot_call_the_outside_world() {
        story().when(customerCalls(outside(FarEnd.Kind.ANSWERS))).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_contact_of_another_medium_is_nothing_for_the_switch() {
        story().when(new ContactArrived(Medium.CHAT, MOBILE, TO_SALES, Map.of(), TERMS)).refusedWith(Reason.UNSUPPORTED);
    }

    @Test
    void an_interaction_begins_once() {
        queuedCall().when(customerCalls(TO_SALES)).refusedWith(Reason.WRONG_STATE);
    }
}
