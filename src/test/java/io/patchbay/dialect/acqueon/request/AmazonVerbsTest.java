package io.patchbay.dialect.acqueon.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialect.acqueon.words.VerbTable;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Connection.State;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs of the channels Amazon and Webexcc: their commands, bare strings as data, and what is refused. */
class AmazonVerbsTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final Board TALKING = Board.of("ana", Presence.BUSY).with(Board.K1, State.CONNECTED);
    private static final Board PAIR = Board.of("ana", Presence.BUSY).with(Board.K1, State.HELD).consults(Board.K2, State.CONNECTED);

    private static Object command(Board board, String verb, String data) {
        return board.plan(Flavour.AMAZON, verb, data).steps().get(0).command();
    }

    @Test
    void a_bare_string_names_a_connection_a_call_or_a_contact() {
        for (String id : List.of("AAAAAAAAAAAAAAAA", Board.K1.value(), Board.I.value())) {
            assertThat(command(TALKING, "Hold", "'" + id + "'")).isEqualTo(new VoiceCommand.Hold(ANA, Board.K1));
        }
        assertThat(command(TALKING, "SetHold", "{}")).isEqualTo(new VoiceCommand.Hold(ANA, Board.K1));
        assertThat(command(TALKING, "Disconnect", "{'connectionId':'AAAAAAAAAAAAAAAA'}"))
                .isEqualTo(new VoiceCommand.ClearConnection(ANA, Board.K1));
        refused(TALKING, "Hold", "'BBBBBBBBBBBBBBBB'", ErrorType.DIALOG_NOT_FOUND);
        assertThat(command(TALKING, "SendDTMF", "5")).isEqualTo(new VoiceCommand.SendDtmf(ANA, Board.K1, "5"));
    }

    @Test
    void verbs_become_commands() {
        assertThat(command(TALKING, "Mute", "{}")).isEqualTo(new VoiceCommand.MuteCall(ANA, Board.K1));
        assertThat(command(TALKING, "Unmute", "{}")).isEqualTo(new VoiceCommand.UnmuteCall(ANA, Board.K1));
        assertThat(command(TALKING, "Consult", "{'agentUUID':'ben'}")).isEqualTo(command(TALKING, "ExternalConsult", "'5002'"))
                .isEqualTo(command(TALKING, "Consult", "{'agentName':'ben'}"));
        assertThat(command(PAIR, "Swap", "{}")).isEqualTo(new TwoCallCommand.AlternateCall(ANA));
        assertThat(command(PAIR, "Conference", "{}")).isEqualTo(new TwoCallCommand.ConferenceCall(ANA));
        assertThat(command(PAIR, "Transfer", "{}")).isEqualTo(new TwoCallCommand.TransferCall(ANA));
        assertThat(command(TALKING, " QueueTransfer", "{'queueName':'support','isWarmTransfer':false}"))
                .isInstanceOf(PartyCommand.SingleStepTransfer.class);
        assertThat(command(Board.ana(), "MakeCall", "'5002'")).isInstanceOf(AgentCommand.MakeCall.class);
        assertThat(command(Board.ana(), "DropNailedCall", "{}")).isEqualTo(new DeviceCommand.DisconnectLeg(ANA));
        assertThat(Board.ana().plan(Flavour.AMAZON, "DropNailedCall", "'1'").steps()).hasSize(2);
        assertThat(Board.ana().plan(Flavour.WEBEX, "MakeCall", "5002").steps().get(0).command())
                .isInstanceOf(AgentCommand.MakeCall.class);
    }

    @Test
    void the_customer_is_taken_up_after_a_consultation_is_dropped() {
        assertThat(PAIR.plan(Flavour.AMAZON, "ConsultDrop", "{}").steps()).extracting(Plan.Step::command)
                .containsExactly(new VoiceCommand.ClearConnection(ANA, Board.K2), new VoiceCommand.Retrieve(ANA, Board.K1));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"MakeCall,{},ACCEPT_CONTACT_FAILED", "Skip,{},SKIP_CONTACT_FAILED",
            "close,{},CLOSE_CONTACT_FAILED", "Hold,'nope',HOLD_CALL_FAILED", "ConsultDrop,{},CONSULT_DROP_FAILED",
            "Transfer,'ben',SKIP_CTRANSFER_CALL_FAILED", "ClearContact,{},SET_AGENTSTATE_FAILED",
            "SetNotReady,{'ReasonCodeId':'99'},AGENT_STATE_NOT_FOUND", "SendDTMF,{},Parameter Missing", "Consult,{},Parameter Missing",
            "Consult,{'agentUUID':'nobody'},Invalid Destination", "Swap,7,Invalid Input", "Answer,true,Invalid Input"})
    void a_refusal_has_the_word_of_its_page(String verb, String data, String type) {
        VerbRow row = VerbTable.of(Flavour.AMAZON).named(verb).get(0);
        assertThatThrownBy(() -> TALKING.plan(Flavour.AMAZON, verb, data)).isInstanceOfSatisfying(AcqueonRefused.class, refused ->
                assertThat(refused.in(row).envelope(Flavour.AMAZON, Optional.of("7"))).startsWith("{\"channel\":\"Amazon\","
                        + "\"topic\":\"Error\",\"subtopic\":\"SetAPIError\"")
                        .contains("\"errorType\":\"" + type + "\"", "\"requestId\":\"7\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SetHOLD", "SetMakeCall", "Reject", "SetAPIError", "SetSilentMonitoring", "Logout"})
    void verbs_of_another_channel_are_not_implemented(String verb) {
        for (Flavour flavour : List.of(Flavour.AMAZON, Flavour.WEBEX)) {
            if (!verb.equals("SetHOLD") || flavour == Flavour.WEBEX) {
                assertThatThrownBy(() -> TALKING.plan(flavour, verb, "{}")).isInstanceOfSatisfying(AcqueonRefused.class,
                        refused -> assertThat(refused.type()).isEqualTo(ErrorType.NOT_IMPLEMENTED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'5550199x'", "{'secret':'5550199x'}", "['5550199x']", "true"})
    void a_refusal_does_not_quote_what_was_sent(String value) {
        for (Flavour flavour : List.of(Flavour.AMAZON, Flavour.WEBEX)) {
            for (VerbRow row : VerbTable.of(flavour).rows()) {
                for (String data : List.of(value, "{'toAddress':" + value + "}", "{'connectionId':" + value + "}",
                        "{'digits':" + value + "}", "{'agentUUID':" + value + "}", "{'ReasonCodeId':" + value + "}",
                        "{'queueName':" + value + "}", "{'agentName':" + value + "}")) {
                    try {
                        PAIR.plan(flavour, row.subtopic(), data);
                    } catch (AcqueonRefused refused) {
                        assertThat(refused.in(row).envelope(flavour, Optional.empty())).as(row.subtopic() + data).doesNotContain("5550199");
                    } catch (NullPointerException notOfTheAgent) {
                        assertThat(Verbs.all()).doesNotContain(row.verb());
                    }
                }
            }
        }
    }

    private static void refused(Board board, String verb, String data, ErrorType type) {
        assertThatThrownBy(() -> board.plan(Flavour.AMAZON, verb, data)).as(verb + " " + data)
                .isInstanceOfSatisfying(AcqueonRefused.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }
}
