package io.patchbay.dialect.harmony.frame;

import static io.patchbay.dialect.harmony.Sample.ANA;
import static io.patchbay.dialect.harmony.Sample.AT_ANA;
import static io.patchbay.dialect.harmony.Sample.AT_BEN;
import static io.patchbay.dialect.harmony.Sample.BEN;
import static io.patchbay.dialect.harmony.Sample.CUSTOMER;
import static io.patchbay.dialect.harmony.Sample.K;
import static io.patchbay.dialect.harmony.Sample.OUTSIDE;
import static io.patchbay.dialect.harmony.Sample.QUEUE;
import static io.patchbay.dialect.harmony.Sample.anaDials;
import static io.patchbay.dialect.harmony.Sample.cleared;
import static io.patchbay.dialect.harmony.Sample.created;
import static io.patchbay.dialect.harmony.Sample.customerCalls;
import static io.patchbay.dialect.harmony.Sample.established;
import static io.patchbay.dialect.harmony.Sample.offered;
import static io.patchbay.dialect.harmony.Sample.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.harmony.Sample;
import io.patchbay.dialect.harmony.Watcher;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallEvent.Established.Form;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected lists are the rows of CHOREOGRAPHY B1 and B2, the channel pair aside: that is an event of the agent's own. */
class CallFramesTest {
    private static final String[] APPEARS = {"interaction.created(C)", "SU(i)", "conversation.created(i)", "SU(K)",
        "m+(+15551234)", "conversation.initialized(K)", "interaction.datachanged(i)", "interaction.preview(i)",
        "interaction.initialized(i)"};

    private static Watcher queueCall(AgentId me) {
        return new Watcher(me).given(Sample.signedIn()).given(created(Direction.INBOUND), customerCalls(), queued());
    }

    private static Watcher talking() {
        return queueCall(ANA).given(offered(AT_ANA), established(AT_ANA, Form.ANSWERED));
    }

    private static Watcher dialling(AgentId me) {
        return new Watcher(me).given(Sample.signedIn()).given(created(Direction.INTERNAL), anaDials(AT_BEN.in(State.INITIATED)));
    }

    private static CallEvent.Delivered rings() {
        return new CallEvent.Delivered(K, AT_BEN, Optional.of(BEN), Optional.of(Sample.C), Optional.empty());
    }

    @Test
    void a_waiting_call_is_told_to_nobody() {
        Watcher ana = new Watcher(ANA).given(Sample.signedIn());
        assertThat(ana.sees(created(Direction.INBOUND))).isEmpty();
        assertThat(ana.sees(customerCalls())).isEmpty();
        assertThat(ana.sees(queued())).isEmpty();
    }

    @Test
    void an_offer_of_a_queue_shows_the_customer_and_not_the_queue() {
        assertThat(queueCall(ANA).sees(offered(AT_ANA))).containsExactly(APPEARS);
    }

    @Test
    void an_offer_to_somebody_else_is_told_to_nobody() {
        assertThat(queueCall(ANA).sees(offered(AT_BEN))).isEmpty();
    }

    @Test
    void answering() {
        assertThat(queueCall(ANA).given(offered(AT_ANA)).sees(established(AT_ANA, Form.ANSWERED)))
                .containsExactly("SU(K)", "interaction.screenpop(i)", "SU(i)");
    }

    @Test
    void accepting_a_call_answers_it_in_the_documented_order_of_accept() {
        assertThat(queueCall(ANA).given(offered(AT_ANA)).sees(established(AT_ANA, Form.ACCEPTED)))
                .containsExactly("interaction.screenpop(i)", "SU(i)", "SU(K)");
    }

    @Test
    void rejecting() {
        assertThat(queueCall(ANA).given(offered(AT_ANA)).sees(new ContactEvent.Rejected(ANA, Optional.of(K), Optional.of(AT_ANA.id()))))
                .containsExactly("interaction.ended(i rejected)", "SU(i)", "conversation.disposed(K rejected)", "interaction.disposed(i)");
    }

    @Test
    void releasing_while_alerting_has_the_order_of_a_release() {
        assertThat(queueCall(ANA).given(offered(AT_ANA)).sees(cleared(AT_ANA, Cause.RELEASED))).containsExactly("SU(K)",
                "conversation.disposed(K rejected)", "interaction.ended(i rejected)", "SU(i)", "interaction.disposed(i)");
    }

    @Test
    void an_expired_offer_is_gone() {
        ContactEvent.OfferExpired expired = new ContactEvent.OfferExpired(ANA, Optional.of(K), Optional.of(AT_ANA.id()));
        assertThat(queueCall(ANA).given(offered(AT_ANA)).sees(expired))
                .containsExactly("interaction.ended(i expired)", "SU(i)", "conversation.disposed(K expired)", "interaction.disposed(i)");
    }

    @Test
    void an_offer_whose_caller_gives_up_is_gone() {
        Watcher ana = queueCall(ANA).given(offered(AT_ANA));
        assertThat(ana.sees(cleared(CUSTOMER, Cause.ABANDONED))).isEmpty();
        assertThat(ana.sees(cleared(AT_ANA, Cause.ABANDONED)))
                .containsExactly("interaction.ended(i abandoned)", "SU(i)", "conversation.disposed(K abandoned)",
                        "interaction.disposed(i)");
        assertThat(ana.sees(cleared(QUEUE, Cause.ABANDONED))).isEmpty();
        assertThat(ana.sees(new ContactEvent.Ended(Cause.ABANDONED))).isEmpty();
    }

    @Test
    void who_begins_again_is_told_all_it_can_do_anew() {
        Watcher ana = queueCall(ANA).given(offered(AT_ANA));
        assertThat(ana.begins()).isEqualTo(ana.begins()).anyMatch(frame -> frame.toString().contains("conversation.answer"));
    }

    @Test
    void who_signed_out_is_not_told_that_it_has_completed() {
        Watcher ana = queueCall(ANA).given(offered(AT_ANA), established(AT_ANA, Form.ANSWERED), cleared(AT_ANA, Cause.LOGOUT));
        assertThat(ana.sees(new ContactEvent.Completed(ANA, true))).isEmpty();
    }

    @Test
    void after_an_offer_that_is_gone_nothing_of_it_is_told() {
        ContactEvent.OfferExpired expired = new ContactEvent.OfferExpired(ANA, Optional.of(K), Optional.of(AT_ANA.id()));
        Watcher ana = queueCall(ANA).given(offered(AT_ANA), expired);
        assertThat(ana.sees(offered(AT_BEN))).isEmpty();
        assertThat(ana.sees(established(AT_BEN, Form.ANSWERED))).isEmpty();
    }

    @Test
    void hold_and_retrieve_tell_the_own_conversation_only() {
        Watcher ana = talking();
        assertThat(ana.sees(new CallEvent.Held(K, AT_ANA.id(), AT_ANA.address(), Optional.of(ANA)))).containsExactly("SU(K)");
        assertThat(ana.sees(new CallEvent.Retrieved(K, AT_ANA.id(), AT_ANA.address(), Optional.of(ANA)))).containsExactly("SU(K)");
    }

    @Test
    void hold_by_the_other_agent_is_told_nobody() {
        Watcher ana = dialling(ANA).given(rings(), established(AT_BEN, Form.ANSWERED));
        assertThat(ana.sees(new CallEvent.Held(K, AT_BEN.id(), AT_BEN.address(), Optional.of(BEN)))).isEmpty();
    }

    @Test
    void releasing_ends_the_interaction_for_the_agent() {
        assertThat(talking().sees(cleared(AT_ANA, Cause.RELEASED)))
                .containsExactly("SU(K)", "conversation.disposed(K released)", "interaction.ended(i released)", "SU(i)");
    }

    @Test
    void a_customer_who_hangs_up_clears_the_agents_leg() {
        Watcher ana = talking();
        assertThat(ana.sees(cleared(CUSTOMER, Cause.REMOTE))).isEmpty();
        assertThat(ana.sees(cleared(AT_ANA, Cause.REMOTE)))
                .containsExactly("SU(K)", "conversation.disposed(K remote)", "interaction.ended(i remote)", "SU(i)");
        assertThat(ana.sees(new ContactEvent.Ended(Cause.REMOTE))).isEmpty();
    }

    @Test
    void completing() {
        Watcher ana = talking().given(cleared(AT_ANA, Cause.RELEASED));
        assertThat(ana.sees(new ContactEvent.Completed(ANA, false)))
                .containsExactly("interaction.complete(i)", "SU(i)", "interaction.disposed(i)");
    }

    @Test
    void interaction_data_reaches_every_agent_that_has_it_also_alerting() {
        ContactEvent.DataChanged data = new ContactEvent.DataChanged(Map.of("account", "7"), List.of());
        assertThat(talking().sees(data)).containsExactly("interaction.datachanged(i)");
        assertThat(queueCall(ANA).given(offered(AT_ANA)).sees(data)).containsExactly("interaction.datachanged(i)");
        assertThat(queueCall(ANA).sees(data)).isEmpty();
    }

    @Test
    void a_disposition_has_no_event() {
        assertThat(talking().sees(new ContactEvent.DispositionSet(ANA, "sale"))).isEmpty();
    }

    @Test
    void dialling_an_agent() {
        Watcher ana = new Watcher(ANA).given(Sample.signedIn()).given(created(Direction.INTERNAL));
        assertThat(ana.sees(anaDials(AT_BEN.in(State.INITIATED)))).containsExactly("interaction.created(C)", "SU(i)",
                "conversation.created(i)", "SU(K)", "m+(5002)", "conversation.initialized(K)", "interaction.datachanged(i)",
                "interaction.preview(i)", "interaction.initialized(i)");
        assertThat(ana.sees(rings())).isEmpty();
        assertThat(ana.sees(established(AT_BEN, Form.ANSWERED))).containsExactly("SU(K)", "SU(i)");
    }

    @Test
    void the_dialled_agent_is_offered_the_caller() {
        assertThat(dialling(BEN).sees(rings())).contains("m+(5001)").hasSize(9);
    }

    @Test
    void an_outside_party_answers_what_was_dialled() {
        Watcher ana = new Watcher(ANA).given(Sample.signedIn()).given(created(Direction.OUTBOUND), anaDials(OUTSIDE));
        assertThat(ana.sees(established(OUTSIDE, Form.FAR_END))).containsExactly("SU(K)", "SU(i)");
    }

    @Test
    void a_dial_that_fails_ends_for_the_caller_and_was_nothing_to_the_called() {
        CallEvent.Failed failed = new CallEvent.Failed(K, AT_BEN.id(), AT_BEN.address(), Optional.of(BEN), Cause.BUSY);
        Watcher ana = dialling(ANA);
        assertThat(ana.sees(failed)).isEmpty();
        assertThat(ana.sees(cleared(AT_ANA, Cause.BUSY)))
                .containsExactly("SU(K)", "conversation.disposed(K busy)", "interaction.ended(i busy)", "SU(i)");
        assertThat(dialling(BEN).sees(failed)).isEmpty();
    }

    @Test
    void a_dial_that_is_rejected_tells_the_caller_by_its_own_leg() {
        Watcher ana = dialling(ANA).given(rings());
        assertThat(ana.sees(new ContactEvent.Rejected(BEN, Optional.of(K), Optional.of(AT_BEN.id())))).isEmpty();
        assertThat(ana.sees(cleared(AT_ANA, Cause.NO_ANSWER)))
                .containsExactly("SU(K)", "conversation.disposed(K noAnswer)", "interaction.ended(i noAnswer)", "SU(i)");
    }

    @Test
    void who_dialled_a_queue_sees_the_queue_until_an_agent_takes_the_call() {
        Watcher ana = new Watcher(ANA).given(Sample.signedIn()).given(created(Direction.INTERNAL));
        assertThat(ana.sees(anaDials(QUEUE))).contains("m+(6001)");
        assertThat(ana.given(queued()).sees(offered(AT_BEN))).isEmpty();
        assertThat(ana.sees(established(AT_BEN, Form.ANSWERED))).containsExactly("m-(6001 transferred)", "m+(5002)", "SU(K)", "SU(i)");
    }
}
