package io.patchbay.dialect.acqueon.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialect.acqueon.words.VerbTable;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection.State;
import io.patchbay.model.DataCommand;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of verbs: the commands, and what is refused before there is one. */
class VerbsTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final Board TALKING = Board.of("ana", Presence.BUSY).with(Board.K1, State.CONNECTED);
    private static final Board PAIR = Board.of("ana", Presence.BUSY).with(Board.K1, State.HELD).with(Board.K2, State.CONNECTED);

    @Test
    void each_verb_of_the_agent_is_in_the_table() {
        assertThat(Verbs.all()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Verb.values()).filter(verb -> verb.kind() == Verb.Kind.OWN).toList());
    }

    @Test
    void verbs_become_commands_on_the_call() {
        assertThat(TALKING.plan("SetHOLD", "{'MediaAddress':'5001','CallID':'" + Board.K1 + "'}").steps())
                .containsExactly(new Plan.Step(Subject.of(Board.I), new VoiceCommand.Hold(ANA, Board.K1)));
        assertThat(PAIR.plan("SetRETRIEVE", "{'CallID':'" + Board.K1 + "'}").steps().get(0).command())
                .isEqualTo(new VoiceCommand.Retrieve(ANA, Board.K1));
        assertThat(PAIR.plan("SetTRANSFER", "{'CallID':'" + Board.K1 + "'}").steps().get(0).command())
                .isEqualTo(new TwoCallCommand.TransferCall(ANA, false)).isEqualTo(PAIR.plan("SetTRANSFER", "{'CallID':'" + Board.K2 + "'}")
                        .steps().get(0).command());
        assertThat(PAIR.plan("SetCONFERENCE", "{}").steps().get(0).command()).isEqualTo(new TwoCallCommand.ConferenceCall(ANA));
        assertThat(TALKING.plan("SetCONSULT", "{'toAddress':'5002'}").steps().get(0).command())
                .isInstanceOfSatisfying(TwoCallCommand.ConsultationCall.class,
                        consult -> assertThat(consult.purpose()).isEqualTo(Call.ConsultFor.EITHER));
        assertThat(TALKING.plan("SetTRANSFER_SST", "{'ToAddress ':5002}").steps().get(0).command())
                .isInstanceOf(PartyCommand.SingleStepTransfer.class);
    }

    @Test
    void without_an_id_the_one_call_the_connected_one_or_the_ringing_one_is_meant() {
        Board held = Board.ana().with(Board.K1, State.HELD);
        assertThat(held.plan("SetDROP", "{}").steps().get(0).command()).isEqualTo(new VoiceCommand.ClearConnection(ANA, Board.K1));
        assertThat(PAIR.plan("SetDROP", "{}").steps().get(0).command()).isEqualTo(new VoiceCommand.ClearConnection(ANA, Board.K2));
        assertThat(held.with(Board.K2, State.ALERTING).plan("SetANSWER", "{}").steps().get(0).command())
                .isEqualTo(new VoiceCommand.Answer(ANA, Board.K2));
        refused(held.with(Board.K2, State.HELD), "SetDROP", "{}", ErrorType.DIALOG_NOT_FOUND);
        refused(Board.ana(), "SetDROP", "{}", ErrorType.DIALOG_NOT_FOUND);
    }

    @Test
    void a_dial_with_a_held_call_is_a_consult() {
        assertThat(Board.ana().with(Board.K1, State.HELD).plan("SetMakeCall", "{'toAddress':'5002'}").steps().get(0).command())
                .isInstanceOf(TwoCallCommand.ConsultationCall.class);
        assertThat(Board.ana().with(Board.K1, State.HELD).plan("SetMakeCall", "{'toAddress':'5002','callVariable1':'gold'}").steps())
                .extracting(Plan.Step::command).first().isEqualTo(new DataCommand.SetInteractionData(ANA, "callVariable1", "gold"));
        assertThat(Board.ana().plan("SetMakeCall", "{'toAddress':'5002','CALLVARIABLE3':'gold'}").steps().get(0).command())
                .isInstanceOfSatisfying(AgentCommand.MakeCall.class,
                        dial -> assertThat(dial.data()).containsEntry("callVariable3", "gold"));
    }

    @Test
    void parameters_are_read_before_the_address_and_the_call_are_compared() {
        refused(TALKING, "SetHOLD", "{'MediaAddress':'9999','CallID':{}}", ErrorType.INVALID_INPUT);
        refused(TALKING, "SetHOLD", "{'MediaAddress':'9999','CallID':'nope'}", ErrorType.INVALID_USER);
        refused(TALKING, "WrapUpCall", "{'MediaAddress':'9999','callID':[],'wrapup':'sale'}", ErrorType.INVALID_INPUT);
    }

    @Test
    void tones_and_a_state_that_is_there_are_answered_by_the_state() {
        assertThat(TALKING.plan("SetSEND_DTMF", "{'digits':42}").told()).isTrue();
        assertThat(Board.of("ana", Presence.READY).plan("SetReadyState", "{}")).satisfies(plan -> {
            assertThat(plan.told()).isTrue();
            assertThat(plan.steps()).isEmpty();
        });
        assertThat(TALKING.asking(Presence.NOT_READY).plan("SetNotReadyState", "{}").steps()).isEmpty();
        assertThat(TALKING.plan("SetNotReadyState", "{}").steps()).hasSize(1);
        assertThat(Board.ana().plan("SetNotReadyState", "{'ReasonCodeId':1}").steps().get(0).command())
                .isInstanceOfSatisfying(AgentCommand.SetPresence.class, set -> assertThat(set.presence().reason()).isPresent());
        assertThat(Board.ana().plan("SetNotReadyState", "{'ReasonCodeId':-1}").steps()).isEmpty();
    }

    @Test
    void a_wrap_up_sets_the_disposition_and_ends_what_is_over() {
        assertThat(TALKING.plan("WrapUpCall", "{'callID':'" + Board.K1 + "','wrapup':'sale'}").steps()).extracting(Plan.Step::command)
                .containsExactly(new DataCommand.SetDisposition(ANA, "sale"));
        KnownDialogs known = new KnownDialogs(ANA);
        known.note(TALKING.now());
        Asked over = TALKING.over().asked("WrapUpCall", "{'callID':'" + Board.K1 + "','customwrapup':'left a note','iscustomwrapup':true}",
                known);
        assertThat(Verbs.plan(over).steps()).extracting(Plan.Step::command)
                .containsExactly(new DataCommand.SetDisposition(ANA, "left a note"), new DataCommand.Complete(ANA));
        assertThat(TALKING.over().plan("WrapUpCall", "{'wrapup':'sale'}").steps()).hasSize(2);
        refused(TALKING.over(), "WrapUpCall", "{'wrapup':'sale','callID':'" + Board.K2 + "'}", ErrorType.DIALOG_NOT_FOUND);
    }

    @Test
    void a_variable_has_its_documented_name() {
        assertThat(TALKING.plan("UpdateCallVariables", "{'key':'CALLVARIABLE10','value':7}").steps().get(0).command())
                .isEqualTo(new DataCommand.SetInteractionData(ANA, "callVariable10", "7"));
        assertThat(TALKING.plan("UpdateCallVariables", "{'key':'user.Tier','value':''}").steps().get(0).command())
                .isEqualTo(new DataCommand.SetInteractionData(ANA, "user.Tier", ""));
    }

    @Test
    void a_call_that_ended_beside_another_is_no_dialog() {
        KnownDialogs known = new KnownDialogs(ANA);
        known.note(PAIR.now());
        Asked asked = TALKING.asked("WrapUpCall", "{'wrapup':'sale','callID':'" + Board.K2 + "'}", known);
        assertThatThrownBy(() -> Verbs.plan(asked)).isInstanceOfSatisfying(AcqueonRefused.class,
                refused -> assertThat(refused.type()).isEqualTo(ErrorType.DIALOG_NOT_FOUND));
    }

    @Test
    void a_barge_in_starts_from_a_call_that_is_monitored() {
        Call.Monitoring what = new Call.Monitoring(Board.K1, ANA, Call.Monitoring.Mode.SILENT);
        Board sam = Board.of("sam", Presence.BUSY).with(Board.K2, State.CONNECTED, Optional.of(what));
        String data = "{'fromAddress':'5009','toAddress':'5001','CallId':'" + Board.K2 + "'}";
        assertThat(sam.plan("SetBARGE CALL", data).steps().get(0).command())
                .isInstanceOfSatisfying(PartyCommand.MonitorCall.class, monitor -> {
                    assertThat(monitor.call()).isEqualTo(Board.K1);
                    assertThat(monitor.mode()).isEqualTo(Call.Monitoring.Mode.BARGE);
                });
        refused(Board.of("sam", Presence.BUSY).with(Board.K2, State.CONNECTED), "SetBARGE_CALL", "{}", ErrorType.INVALID_STATE);
        refused(sam, "SetBARGE_CALL", "{'toAddress':'5002'}", ErrorType.INVALID_INPUT);
        refused(TALKING, "SetBARGE_CALL", "{}", ErrorType.AUTHORIZATION_FAILURE);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
        "SetCONSULT|toAddress:'5002'", "SetTRANSFER_SST|toAddress:'5002'", "SetSEND_DTMF|digits:'1'",
        "WrapUpCall|wrapup:'sale'", "UpdateCallVariables|key:'callVariable1','value':'v'"})
    void parameters_come_before_the_address_and_the_address_before_the_call(String verb, String parameter) {
        String given = "'" + parameter.replaceFirst(":", "':");
        refused(TALKING, verb, "{'MediaAddress':'5002','CallID':'7'}", ErrorType.PARAMETER_MISSING);
        refused(TALKING, verb, "{" + given + ",'MediaAddress':'5002','CallID':'7'}", ErrorType.INVALID_USER);
        refused(TALKING, verb, "{" + given + ",'MediaAddress':'5001','CallID':'7'}", ErrorType.DIALOG_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SetANSWER", "SetHOLD", "SetRETRIEVE", "SetDROP", "SetTRANSFER", "SetCONFERENCE"})
    void the_address_comes_before_the_call_and_the_call_before_its_state(String verb) {
        refused(TALKING, verb, "{'MediaAddress':'9999','CallID':'7'}", ErrorType.INVALID_USER);
        refused(TALKING, verb, "{'MediaAddress':5001,'CallID':7}", ErrorType.DIALOG_NOT_FOUND);
    }

    @Test
    void finesse_allows_less_than_the_rules() {
        refused(Board.ana().with(Board.K1, State.HELD), "SetCONSULT", "{'toAddress':'5002'}", ErrorType.INVALID_STATE);
        refused(Board.ana().with(Board.K1, State.ALERTING), "SetCONSULT", "{'toAddress':'5002'}", ErrorType.INVALID_STATE);
        refused(Board.ana().with(Board.K1, State.ALERTING), "SetDROP", "{}", ErrorType.INVALID_STATE);
        refused(Board.of("ana", Presence.READY), "Logout", "{}", ErrorType.INVALID_STATE);
        assertThat(Board.ana().plan("Logout", "{'ReasonCodeId':10}").steps().get(0).command()).isInstanceOf(AgentCommand.EndSession.class);
    }

    @Test
    void wrong_values_are_refused() {
        refused(TALKING, "SetCONSULT", "{'toAddress':'nobody at all'}", ErrorType.INVALID_DESTINATION);
        refused(TALKING, "SetSEND_DTMF", "{'digits':'4x'}", ErrorType.INVALID_INPUT);
        refused(TALKING, "SetNotReadyState", "{'ReasonCodeId':'77'}", ErrorType.INVALID_INPUT);
        refused(TALKING, "WrapUpCall", "{'wrapup':'no such'}", ErrorType.INVALID_INPUT);
        refused(TALKING, "WrapUpCall", "{'wrapup':'sale','Iscustomwrapup':7}", ErrorType.INVALID_INPUT);
        refused(Board.of("caro", Presence.NOT_READY), "SetMakeCall", "{'toAddress':'+15551234'}", ErrorType.PARAMETER_MISSING);
        refused(Board.of("sam", Presence.BUSY), "SetDropParticipant", "{'Address':'?'}", ErrorType.INVALID_INPUT);
        refused(TALKING, "SetDropParticipant", "{'Address':'5002'}", ErrorType.AUTHORIZATION_FAILURE);
    }

    @Test
    void a_refusal_is_the_printed_envelope() {
        assertThatThrownBy(() -> TALKING.plan("SetCONSULT", "{}")).isInstanceOfSatisfying(AcqueonRefused.class, refused ->
                assertThat(refused.envelope(Flavour.CISCO, Optional.of("7"))).isEqualTo("{\"channel\":\"Cisco\",\"topic\":\"Error\","
                        + "\"subtopic\":\"SetAPIError\",\"source\":\"Patchbay\",\"data\":{\"packet\":\"apierror\",\"data\":{"
                        + "\"errorType\":\"Parameter Missing\",\"errorMessage\":\"toAddress\","
                        + "\"msg\":\"A consult needs the number to call in toAddress.\"}},\"requestId\":\"7\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'5550199x'", "{'secret':'5550199x'}", "['5550199x']", "true"})
    void a_refusal_does_not_quote_what_was_sent(String value) {
        Board sam = Board.of("sam", Presence.BUSY).with(Board.K1, State.CONNECTED);
        for (VerbRow row : VerbTable.of(Flavour.CISCO).rows()) {
            if (!Verbs.all().contains(row.verb())) {
                continue;
            }
            for (String name : List.of("toAddress", "digits", "MediaAddress", "CallID", "ReasonCodeId", "wrapup", "key", "Address")) {
                try {
                    sam.plan(row.subtopic(), "{'" + name + "':" + value + "}");
                } catch (AcqueonRefused refused) {
                    assertThat(refused.envelope(Flavour.CISCO, Optional.empty())).as(row.subtopic() + " " + name).doesNotContain("5550199");
                }
            }
        }
    }

    private static void refused(Board board, String verb, String data, ErrorType type) {
        assertThatThrownBy(() -> board.plan(verb, data)).as(verb + " " + data)
                .isInstanceOfSatisfying(AcqueonRefused.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }
}
