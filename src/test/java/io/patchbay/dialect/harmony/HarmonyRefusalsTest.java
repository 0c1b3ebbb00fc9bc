package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.testing.PlainText;
import io.patchbay.wire.ConnectionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way a request fails before a cell is asked, and how a cell's refusal is told. */
class HarmonyRefusalsTest {
    private final Desktop ana = Desktop.started(SampleReplicas.talking());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "hello                                                          | INVALID_MESSAGE",
        "[]                                                             | INVALID_MESSAGE",
        "{}                                                             | INVALID_MESSAGE",
        "{\"command\":7,\"target\":\"S\",\"data\":{}}                   | INVALID_MESSAGE",
        "{\"command\":\"channel.request.ready\",\"data\":{}}            | INVALID_MESSAGE",
        "{\"command\":\"channel.request.ready\",\"target\":\"S\"}       | INVALID_MESSAGE",
        "{\"command\":\"x\",\"target\":\"S\",\"data\":{},\"requestId\":1} | INVALID_MESSAGE",
        "{\"command\":\"x\",\"target\":\"S\",\"data\":{}}               | UNKNOWN_COMMAND",
        "{\"command\":\"session.request.start\",\"target\":\"S\",\"data\":{}} | UNKNOWN_COMMAND",
        "{\"command\":\"bindSession\",\"data\":{}}                      | ALREADY_BOUND",
        "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"id\":\"ana\",\"password\":\"ana\"}}} | ALREADY_BOUND",
    })
    void the_envelope_comes_first(String text, String code) {
        assertThat(ana.text(text).at("/failure/code").asText()).isEqualTo(code);
        assertThat(ana.gateway.dispatched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "session.start                       | ''      | {}                                    | SESSION_ALREADY_STARTED",
        "session.request.logout              | .G      | {}                                    | WRONG_TARGET_LEVEL",
        "session.request.logout              | .X      | {}                                    | UNKNOWN_TARGET",
        "channelgroup.request.activateall    | .D      | {}                                    | WRONG_TARGET_LEVEL",
        "channel.request.ready               | .G      | {}                                    | WRONG_TARGET_LEVEL",
        "channel.request.ready               | .C      | {}                                    | UNKNOWN_TARGET",
        "channel.request.ready               | .G.D    | {}                                    | UNKNOWN_TARGET",
        "channel.request.ready               | .G.C.   | {}                                    | UNKNOWN_TARGET",
        "interaction.request.complete        | .G.C    | {}                                    | WRONG_TARGET_LEVEL",
        "interaction.request.complete        | .D.I    | {}                                    | UNKNOWN_TARGET",
        "conversation.request.hold           | .G.C.I  | {}                                    | WRONG_TARGET_LEVEL",
        "conversation.request.hold           | .G.C.I.X| {}                                    | UNKNOWN_TARGET",
        "session.request.addchannel          | ''      | {}                                    | INVALID_DATA",
        "session.request.addchannel          | ''      | {'channel':{'endpoint':'5002','type':'Telephony'}} | INVALID_DATA",
        "session.request.addchannel          | ''      | {'channel':{'endpoint':'5001','type':'Fax'}}       | INVALID_DATA",
        "session.request.addchannel          | ''      | {'channel':{'endpoint':'my mother','type':'Chat'}} | INVALID_DATA",
        "session.request.removechannel       | ''      | {'channel':{'id':'C'}}                | INVALID_DATA",
        "session.request.removechannel       | ''      | {'channel':{'id':'X'}}                | INVALID_DATA",
        "session.request.addchannelgroup     | ''      | {'channelgroup':{'name':'9999'}}      | INVALID_DATA",
        "session.request.addchannelgroup     | ''      | {'channelgroup':{'name':'5001','chat':'yes'}}      | INVALID_DATA",
        "session.request.removechannelgroup  | ''      | {'channelgroup':{'id':'C'}}           | INVALID_DATA",
        "channelgroup.request.activateall    | .G      | {'channeloptions':{}}                 | INVALID_DATA",
        "channelgroup.request.activateall    | .G      | {'channeloptions':[7]}                | INVALID_DATA",
        "channelgroup.request.activateall    | .G      | {'channeloptions':[{'id':'D'}]}       | INVALID_DATA",
        "channel.request.activate            | .G.C    | {'channeloptions':{'queue':'nowhere'}}| INVALID_DATA",
        "channel.request.deactivate          | .G.C    | {'channelOptions':{'reason':'99'}}    | INVALID_DATA",
        "channel.request.notready            | .G.C    | {}                                    | INVALID_DATA",
        "channel.request.notready            | .G.C    | {'reasoncode':1}                      | INVALID_DATA",
        "channel.request.notready            | .G.C    | {'reasoncode':'99'}                   | INVALID_DATA",
        "channel.request.dial                | .G.C    | {'destination':'my mother'}           | INVALID_DATA",
        "channel.request.dial                | .G.C    | {'destination':'5002','extensions':7} | INVALID_DATA",
        "channel.request.dial                | .D      | {'destination':'5002'}                | UNSUPPORTED",
        "interaction.request.setdisposition  | .G.C.I  | {'disposition':'none'}                | INVALID_DATA",
        "interaction.request.setinteractiondata | .G.C.I | {'key':' ','value':'a'}             | INVALID_DATA",
    })
    void a_request_is_declined_for_the_first_thing_that_is_wrong(String command, String path, String data, String code) {
        String target = SampleReplicas.target(ana, path.equals("''") ? "" : path);
        JsonNode reply = ana.send(command, target, data.replace('\'', '"'));
        assertThat(reply.at("/failure/code").asText()).isEqualTo(code);
        assertThat(reply.at("/failure/context").asText("missing")).isEmpty();
        PlainText.check(reply.at("/failure/message").asText());
        assertThat(reply.path("original").path("data").toString()).isEqualTo(data.replace('\'', '"'));
        assertThat(ana.gateway.dispatched).isEmpty();
        assertThat(ana.journal).containsExactly("failure");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "channel.request.raedy               | {}                | There is no such command (did you mean channel.request.ready?).",
        "channel.request.notready            | {'reasoncod':'1'} | did you mean reasoncode?",
        "channel.request.dial                | {'destnation':'5002'} | (did you mean destination?).",
    })
    void a_misspelt_name_is_answered_with_the_known_one(String command, String data, String hint) {
        JsonNode reply = ana.send(command, SampleReplicas.target(ana, ".G.C"), data.replace('\'', '"'));
        assertThat(reply.at("/failure/message").asText()).contains(hint);
    }

    @Test
    void a_misspelt_member_of_the_envelope_is_answered_with_the_known_one() {
        assertThat(ana.text("{\"comand\":\"x\",\"target\":\"S\",\"data\":{}}").at("/failure/message").asText())
                .isEqualTo("The member command must be a string, the name of the request (did you mean command?).");
    }

    @Test
    void another_session_is_unknown() {
        assertThat(ana.send("channel.request.ready", "S.G.C", "{}").at("/failure/code").asText()).isEqualTo("UNKNOWN_TARGET");
    }

    @Test
    void anything_before_a_binding_is_refused_unknown_names_too() {
        Desktop ben = new Desktop();
        assertThat(ben.send("session.start", "S", "{}").at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
        assertThat(ben.send("no.such", "S", "{}").at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
    }

    @Test
    void anything_before_the_start_is_refused_but_the_start_of_another_session_is_unknown() {
        Desktop ben = new Desktop();
        ben.prepare();
        assertThat(ben.send("channel.request.ready", "x", "{}").at("/failure/code").asText()).isEqualTo("SESSION_NOT_STARTED");
        assertThat(ben.send("session.start", "x", "{}").at("/failure/code").asText()).isEqualTo("UNKNOWN_TARGET");
        assertThat(ben.send("session.start", ben.session(), "{\"extension\":7}").at("/failure/code").asText()).isEqualTo("INVALID_DATA");
    }

    @Test
    void text_that_is_no_object_comes_back_shortened_with_an_empty_name() {
        JsonNode reply = ana.text("{" + "x".repeat(3000));
        assertThat(reply.path("command").asText("missing")).isEmpty();
        assertThat(reply.path("target").asText("missing")).isEmpty();
        assertThat(reply.path("original").asText()).isEqualTo("{" + "x".repeat(1023));
    }

    @Test
    void bytes_that_are_no_message_are_answered_too() {
        JsonNode reply = ana.signal(new ConnectionEvent.Unreadable(ana, "The message is not UTF-8."));
        assertThat(reply.at("/failure/code").asText()).isEqualTo("INVALID_MESSAGE");
        assertThat(reply.at("/failure/message").asText()).isEqualTo("The message is not UTF-8.");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void what_a_cell_refuses_is_a_failure_of_the_documented_shape(Reason reason) {
        ana.gateway.outcome = Outcome.refused(reason, "Because.");
        JsonNode reply = ana.sendWithId("r1", "channel.request.ready", SampleReplicas.target(ana, ".G.C"), "{}");
        assertThat(reply.toString()).isEqualTo("""
            {"command":"channel.request.ready","target":"%1$s","result":"failure","failure":{"code":"%2$s","message":"Because.",\
            "context":""},"original":{"command":"channel.request.ready","target":"%1$s","data":{},"requestId":"r1"},"requestId":"r1"}"""
            .formatted(SampleReplicas.target(ana, ".G.C"), HarmonyCode.of(reason)));
    }
}
