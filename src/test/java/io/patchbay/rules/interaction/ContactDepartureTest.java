package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.CARO;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.TO_CARO;
import static io.patchbay.rules.interaction.ChatCast.asked;
import static io.patchbay.rules.interaction.ChatCast.called;
import static io.patchbay.rules.interaction.ChatCast.conferringChat;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.MessagingCommand.ConsultInContact;
import io.patchbay.model.MessagingCommand.InviteToContact;
import io.patchbay.model.MessagingCommand.LeaveContact;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.MessagingEvent.InvitationFailed;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.Participant;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.Visibility;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who stays and who is asked no longer when somebody leaves a contact that is no call (CHOREOGRAPHY D1). */
class ContactDepartureTest {
    private static final InvitationFailed CARO_NO_LONGER =
            new InvitationFailed(called(7), Purpose.TRANSFER, Optional.of(CARO), Optional.of(ANA), Cause.ABANDONED);

    @Test
    void whom_the_customer_does_not_see_stays_unseen_while_somebody_else_is() {
        conferringChat().givenDone(new ConsultInContact(ANA, TO_CARO), asked(CARO), new Accept(CARO), new LeaveContact(ANA))
                .and(i -> assertThat(i.messaging().of(CARO)).map(Participant::visibility).contains(Visibility.AGENTS))
                .and(i -> assertThat(i.owner()).contains(BEN));
    }

    @Test
    void who_was_asked_by_another_is_asked_still() {
        conferringChat().givenDone(new InviteToContact(BEN, TO_CARO), asked(CARO)).when(new LeaveContact(ANA)).accepted()
                .when(new Accept(CARO)).accepted();
    }

    @Test
    void whom_nobody_waits_for_any_more_is_asked_no_longer() {
        conferringChat().givenDone(new TransferContact(ANA, TO_CARO), asked(CARO)).when(new Complete(BEN)).accepted()
                .and(i -> assertThat(i.member(CARO)).isEmpty())
                .and(i -> assertThat(i.messaging().invitations()).isEmpty());
    }

    @Test
    void who_logs_out_last_leaves_the_customer_to_the_queue_and_to_nobody_else() {
        conferringChat().givenDone(new TransferContact(ANA, TO_CARO), asked(CARO))
                .when(new AgentLeft(BEN, Cause.LOGOUT)).and(ContactDepartureTest::isWaiting)
                .and(i -> assertThat(i.member(CARO)).isEmpty());
        assertThat(conferringChat().givenDone(new TransferContact(ANA, TO_CARO), asked(CARO))
                .when(new AgentLeft(BEN, Cause.LOGOUT)).events())
                .containsSubsequence(CARO_NO_LONGER, new Requeued(SALES, Optional.empty()));
    }

    @Test
    void who_logs_out_after_the_customer_ends_it() {
        assertThat(servedChat().givenDone(new CustomerLeaves()).when(new AgentLeft(ANA, Cause.LOGOUT)).events())
                .contains((InteractionEvent) new Ended(Cause.LOGOUT));
    }

    @Test
    void a_transfer_in_vain_changes_nothing_where_another_serves_the_customer() {
        conferringChat().givenDone(new TransferContact(ANA, TO_CARO), asked(CARO)).when(new Reject(CARO))
                .then(new Rejected(CARO, Optional.empty(), Optional.empty())).and(i -> assertThat(i.owner()).contains(BEN));
    }

    private static void isWaiting(Interaction state) {
        assertThat(state.queue().orElseThrow().waiting()).isTrue();
    }
}
