package io.patchbay.dialect.harmony.frame;

import static io.patchbay.dialect.harmony.Sample.ANA;
import static io.patchbay.dialect.harmony.Sample.AT_ANA;
import static io.patchbay.dialect.harmony.Sample.AT_BEN;
import static io.patchbay.dialect.harmony.Sample.BEN;
import static io.patchbay.dialect.harmony.Sample.C;
import static io.patchbay.dialect.harmony.Sample.CUSTOMER;
import static io.patchbay.dialect.harmony.Sample.K;
import static io.patchbay.dialect.harmony.Sample.established;
import static io.patchbay.dialect.harmony.Sample.offered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.harmony.Sample;
import io.patchbay.dialect.harmony.Watcher;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallEvent.Established.Form;
import io.patchbay.model.CallEvent.Within;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.RecordingEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected lists are those of CHOREOGRAPHY B1, B3 and B4: ana (5001) talks to a customer in K and consults ben (5002) in K2. */
class TwoCallFramesTest {
    private static final CallId K2 = new CallId("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB2");
    private static final Connection ANA2 = Sample.leg("6", "5001", Role.AGENT, ANA, State.INITIATED);
    private static final Connection BEN2 = AT_BEN.in(State.INITIATED);

    private static Watcher talking(AgentId who) {
        return new Watcher(who).given(Sample.signedIn()).given(Sample.created(Direction.INBOUND), Sample.customerCalls(), Sample.queued(),
                offered(AT_ANA), established(AT_ANA, Form.ANSWERED));
    }

    private static CallEvent.Held holds(Within within) {
        return new CallEvent.Held(K, AT_ANA.id(), AT_ANA.address(), Optional.of(ANA), within);
    }

    private static CallEvent.Originated consults() {
        Member ana = new Member(ANA, C, Member.Phase.ACTIVE, Optional.of(K2));
        return new CallEvent.Originated(K2, Call.Purpose.CONSULT, AT_ANA.address(), AT_BEN.address(), List.of(ANA2, BEN2),
                Optional.of(ana));
    }

    private static CallEvent.Delivered rings() {
        return new CallEvent.Delivered(K2, AT_BEN, Optional.of(BEN), Optional.of(C), Optional.empty());
    }

    private static CallEvent.Established answers() {
        return new CallEvent.Established(K2, AT_BEN.id(), AT_BEN.address(), Optional.of(BEN), Form.ANSWERED);
    }

    private static Watcher consulting(AgentId who) {
        return talking(who).given(holds(Within.CONSULTATION), consults(), rings(), answers());
    }

    private static PartyEvent.Transferred transferred() {
        return new PartyEvent.Transferred(K, Optional.of(K2), K, ANA, List.of(), Optional.empty());
    }

    @Test
    void a_consult_is_one_list_with_the_original_held_and_the_new_call_in_focus() {
        Watcher ana = talking(ANA);
        assertThat(ana.sees(holds(Within.CONSULTATION))).isEmpty();
        assertThat(ana.sees(consults())).containsExactly("SU(i)", "SU(K)", "conversation.created(i)", "SU(" + K2 + ")", "m+(5002)",
                "conversation.initialized(" + K2 + ")", "interaction.focuschanged(i)");
        assertThat(ana.sees(rings())).isEmpty();
        assertThat(ana.sees(answers())).containsExactly("SU(" + K2 + ")", "SU(i)");
    }

    @Test
    void the_consulted_agent_is_offered_the_consult_and_told_who_asks() {
        Watcher ben = talking(BEN).given(holds(Within.CONSULTATION), consults());
        assertThat(ben.frame(rings(), "interaction.preview").at("/data/interaction/consultedBy").asText()).isEqualTo("ana");
        assertThat(ben.sees(answers())).containsExactly("SU(" + K2 + ")", "interaction.screenpop(i)", "SU(i)");
    }

    @Test
    void alternating_tells_the_original_first_and_what_is_talking_now() {
        Watcher ana = consulting(ANA);
        assertThat(ana.sees(new CallEvent.Held(K2, ANA2.id(), ANA2.address(), Optional.of(ANA), Within.ALTERNATION))).isEmpty();
        List<JsonNode> frames = ana.frames(
                new CallEvent.Retrieved(K, AT_ANA.id(), AT_ANA.address(), Optional.of(ANA), Within.ALTERNATION));
        assertThat(frames.stream().map(Watcher::brief)).containsExactly("SU(K)", "SU(" + K2 + ")", "interaction.focuschanged(i)");
        assertThat(frames.get(2).at("/data/conversation/id").asText()).isEqualTo(K.value());
    }

    @Test
    void a_consult_that_fails_brings_the_original_into_focus() {
        Watcher ana = talking(ANA).given(holds(Within.CONSULTATION), consults(), rings());
        assertThat(ana.sees(new CallEvent.ConnectionCleared(K2, ANA2.id(), ANA2.address(), Optional.of(ANA), Cause.REJECTED)))
                .startsWith("SU(" + K2 + ")", "conversation.disposed(" + K2 + " rejected)", "SU(i)", "interaction.focuschanged(i)");
    }

    @Test
    void who_transfers_is_out_of_both_calls() {
        assertThat(consulting(ANA).sees(transferred())).startsWith("SU(K)", "conversation.disposed(K transferred)",
                "interaction.focuschanged(i)", "SU(" + K2 + ")", "conversation.disposed(" + K2 + " transferred)",
                "interaction.ended(i transferred)");
    }

    @Test
    void who_is_transferred_to_moves_new_before_old() {
        assertThat(consulting(BEN).sees(transferred())).containsExactly("conversation.created(i)", "SU(K)", "m+(+15551234)",
                "conversation.initialized(K)", "interaction.focuschanged(i)", "SU(" + K2 + ")",
                "conversation.disposed(" + K2 + " transferred)", "SU(i)");
    }

    @Test
    void a_conference_joins_who_was_consulted() {
        PartyEvent.Conferenced joined = new PartyEvent.Conferenced(K, K2, K, ANA);
        assertThat(consulting(ANA).sees(joined)).startsWith("SU(" + K2 + ")", "conversation.disposed(" + K2 + " transferred)", "m+(5002)",
                "SU(K)", "interaction.focuschanged(i)");
        assertThat(consulting(BEN).sees(joined)).contains("m+(+15551234)", "m+(5001)").endsWith("SU(i)");
    }

    @Test
    void in_a_conference_the_others_see_who_comes_and_goes() {
        Watcher ben = consulting(BEN).given(new PartyEvent.Conferenced(K, K2, K, ANA));
        assertThat(ben.sees(new CallEvent.ConnectionCleared(K, CUSTOMER.id(), CUSTOMER.address(), Optional.empty(), Cause.REMOTE)))
                .containsExactly("m-(+15551234 remote)");
    }

    @Test
    void who_is_left_with_somebody_who_only_rings_is_told_that_the_call_cannot_be_handed_on() {
        Connection caro = Sample.leg("7", "5003", Role.AGENT, new AgentId("caro"), State.INITIATED);
        assertThat(consulting(BEN).sees(new PartyEvent.Transferred(K2, Optional.empty(), K2, ANA, List.of(caro), Optional.empty())))
                .containsExactly("m-(5001 transferred)", "m+(5003)", "SU(" + K2 + ")");
    }

    @Test
    void a_call_retrieved_beside_one_on_hold_is_in_focus() {
        Watcher ana = consulting(ANA).given(new CallEvent.Held(K2, ANA2.id(), ANA2.address(), Optional.of(ANA)));
        assertThat(ana.sees(new CallEvent.Retrieved(K, AT_ANA.id(), AT_ANA.address(), Optional.of(ANA))))
                .containsExactly("SU(K)", "interaction.focuschanged(i)", "SU(i)", "SU(" + K2 + ")");
    }

    @Test
    void who_left_a_call_and_is_called_into_it_again_hears_nothing_of_it_until_it_alerts() {
        Connection again = Sample.leg("8", "5002", Role.AGENT, BEN, State.INITIATED);
        Watcher ben = consulting(BEN).given(new PartyEvent.Conferenced(K, K2, K, ANA),
                new CallEvent.ConnectionCleared(K, AT_BEN.id(), AT_BEN.address(), Optional.of(BEN), Cause.RELEASED));
        assertThat(ben.sees(new PartyEvent.PartyAdded(K, again, ANA))).isEmpty();
        assertThat(ben.sees(new CallEvent.ConnectionCleared(K, CUSTOMER.id(), CUSTOMER.address(), Optional.empty(), Cause.REMOTE)))
                .isEmpty();
        assertThat(ben.sees(new CallEvent.ConnectionCleared(K, again.id(), again.address(), Optional.of(BEN), Cause.ABANDONED)))
                .isEmpty();
    }

    @Test
    void a_call_handed_on_leaves_nothing_in_focus() {
        PartyEvent.Transferred handed = new PartyEvent.Transferred(K, Optional.empty(), K, ANA, List.of(BEN2), Optional.empty());
        Watcher ana = talking(ANA);
        List<JsonNode> frames = ana.frames(handed);
        assertThat(frames.stream().map(Watcher::brief)).startsWith("SU(K)", "conversation.disposed(K transferred)",
                "interaction.focuschanged(i)", "interaction.ended(i transferred)");
        assertThat(frames.get(2).at("/data/conversation").isNull()).isTrue();
    }

    @Test
    void who_adds_somebody_is_told_of_the_call_too() {
        PartyEvent.PartyAdded added = new PartyEvent.PartyAdded(K, BEN2, ANA);
        assertThat(talking(ANA).sees(added)).containsExactly("m+(5002)", "SU(K)");
    }

    @Test
    void a_recording_is_always_told_to_who_asked_and_to_others_when_it_changes_something() {
        RecordingEvent.RecordingStarted started = new RecordingEvent.RecordingStarted(ANA);
        assertThat(talking(ANA).given(started).sees(started)).containsExactly("SU(i)");
        Watcher ben = consulting(BEN);
        assertThat(ben.sees(started)).containsExactly("SU(i)");
        assertThat(ben.sees(started)).isEmpty();
    }
}
