package io.patchbay.dialect.acqueon.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialect.acqueon.words.VerbTable;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes as the pages print them, with their mistakes, and those that are none. */
class EnvelopeTest {
    private static final String HOLD = "{'channel':'Cisco','topic':'InboundCall','subtopic':'SetHOLD','data':{'CallID':'7'}}";

    @Test
    void an_envelope_is_read() {
        Envelope read = Board.read("{'channel':'Cisco','topic':'Agent','subtopic':'SetReadyState','source':'crm','requestId':'1'}");
        assertThat(read.verb(Flavour.CISCO).verb()).isEqualTo(Verb.READY);
        assertThat(read.requestId()).contains("1");
        assertThat(read.data().folded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data ", "DATA", "\u00a0Data", "data\u2003", "d\\u0041ta"})
    void names_have_no_case_and_no_blanks_around_them(String name) {
        Envelope read = Board.read(HOLD.replace("'data'", "'" + name + "'").replace("'CallID'", "' callId\u00a0'"));
        assertThat(read.data().textIfAny("CallID")).contains("7");
    }

    @Test
    void two_names_that_become_one_need_one_value() {
        assertThat(Board.read(HOLD.replace("'CallID'", "'callID':'7','CallID'")).data().textIfAny("CallID")).contains("7");
        assertThatThrownBy(() -> Board.read(HOLD.replace("'CallID'", "'callID':'8','CallID'"))).hasMessageContaining("same name")
                .hasCauseInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Board.read(HOLD.replace("'CallID':'7'", "'a':[{'b':1,'B ':2}]"))).hasCauseInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"'RequestId ':'x';'a':1;'A':2,x", "'requestId':7;'a':1;'A':2,7",
        "'requestId':'x';'RequestId':'y',none", "'requestId':{};'a':1;'A':2,none", "'requestId':'x';,none", "'a':1;'A':2,none"})
    void a_text_that_is_no_envelope_may_have_an_id(String members, String id) {
        String text = ("{" + members + "}").replace(';', ',').replace('\'', '"');
        assertThat(Envelope.requestId(new StrictJson(StrictJson.Limits.DEFAULT), text).orElse("none")).isEqualTo(id);
    }

    @Test
    void a_number_is_taken_where_a_string_is_meant() {
        assertThat(Board.read(HOLD.replace("'7'", "16786021")).data().textIfAny("CallID")).contains("16786021");
        assertThat(Board.read(HOLD.replace("{'channel'", "{'requestId':7,'channel'")).requestId()).contains("7");
    }

    @ParameterizedTest
    @CsvSource({"SetAnswer,ANSWER", "SetConsult,CONSULT", "SetBARGE CALL,BARGE", "' SetHOLD ',HOLD", "setdtmf,SEND_DTMF",
            "SetTransfer,TRANSFER", "SetCONFERENCE_CALL,CONFERENCE", "SetTRANSFER SST,DIRECT_TRANSFER"})
    void verbs_are_found_as_they_are_printed(String subtopic, Verb verb) {
        assertThat(Board.read(HOLD.replace("SetHOLD", subtopic)).verb(Flavour.CISCO).verb()).isEqualTo(verb);
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void each_spelling_is_one_verb_on_its_topics(Flavour flavour) {
        for (VerbRow row : VerbTable.of(flavour).rows()) {
            Stream.concat(Stream.of(row.subtopic()), row.aliases().stream()).forEach(spelling -> row.topics().forEach(topic ->
                    assertThat(Board.read("{'channel':'" + flavour.channel().toUpperCase(Locale.ROOT) + "','topic':' "
                            + topic.toUpperCase(Locale.ROOT) + "','subtopic':' " + spelling + "','subject':'app'}").verb(flavour))
                            .as(spelling + " on " + topic).isEqualTo(row)));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "'channel':'Cisco';|,PARAMETER_MISSING", "'Cisco'|null,PARAMETER_MISSING", "'Cisco'|'Fax',INVALID_INPUT",
        "'Cisco'|{},INVALID_INPUT",
        "'topic'|'tropic',PARAMETER_MISSING", "'InboundCall'|[],INVALID_INPUT", "'InboundCall'|' ',PARAMETER_MISSING",
        "'subtopic'|'verb',PARAMETER_MISSING", "'SetHOLD'|true,INVALID_INPUT", "{'CallID':'7'}|'7',INVALID_INPUT",
        "{'channel'|{'requestId':{};'channel',INVALID_INPUT", "{'channel'|{'source':[];'channel',INVALID_INPUT"})
    void an_envelope_with_a_fault_is_refused(String change, ErrorType type) {
        String[] parts = change.replace(';', ',').split("\\|", 2);
        assertThatThrownBy(() -> Board.read(HOLD.replace(parts[0], parts[1])))
                .isInstanceOfSatisfying(AcqueonRefused.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"'Amazon',INVALID_INPUT", "'Webexcc',INVALID_INPUT", "'Webex cc',INVALID_INPUT"})
    void another_channel_is_refused(String channel, ErrorType type) {
        assertThatThrownBy(() -> Board.read(HOLD.replace("'Cisco'", channel).replace("{'CallID':'7'}", "{}")).verb(Flavour.CISCO))
                .isInstanceOfSatisfying(AcqueonRefused.class, refused -> assertThat(refused.type()).isEqualTo(type));
    }

    @Test
    void an_unknown_verb_and_a_verb_on_another_topic_are_refused() {
        assertThatThrownBy(() -> Board.read(HOLD.replace("SetHOLD", "StartRecording")).verb(Flavour.CISCO))
                .isInstanceOfSatisfying(AcqueonRefused.class, refused -> assertThat(refused.type()).isEqualTo(ErrorType.NOT_IMPLEMENTED));
        assertThatThrownBy(() -> Board.read(HOLD.replace("InboundCall", "Connection")).verb(Flavour.CISCO))
                .isInstanceOfSatisfying(AcqueonRefused.class, refused -> assertThat(refused.type()).isEqualTo(ErrorType.INVALID_INPUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "\"x\"", "{\"a\":1}}", "{'a':1}", "{\"a\":1,\"a\":1}", "{a:1}",
        "{\"a\":\u201cx\u201d}"})
    void what_is_no_object_is_unreadable(String text) {
        assertThatThrownBy(() -> Envelope.members(new StrictJson(StrictJson.Limits.DEFAULT), text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_subscription_needs_no_channel() {
        assertThat(Board.read("{'topic':'Bus','subtopic':'Subscribe','data':{'topics':['Agent']}}").verb(Flavour.AMAZON).verb())
                .isEqualTo(Verb.SUBSCRIBE);
    }
}
