package io.patchbay.dialect.genesys.request;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.CARO;
import static io.patchbay.dialect.genesys.request.Request.by;
import static io.patchbay.dialect.genesys.request.Request.in;
import static io.patchbay.dialect.genesys.request.Request.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Agent;
import io.patchbay.testing.PlainText;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing is statusCode 1, what is wrong is 2, and the message names the member and never its value (genesys.md 1.5, 13 #10). */
class OperationRefusalsTest {

    private static void refused(ThrowingCallable operation, GenesysStatus status, String named) {
        assertThatThrownBy(operation).isInstanceOfSatisfying(OperationRefused.class, refused -> {
            assertThat(refused.status()).as(refused.getMessage()).isEqualTo(status);
            assertThat(refused).hasMessageContaining(named).hasMessageNotContaining("secret").hasMessageNotContaining("4711");
            PlainText.check(refused.getMessage().replace("StartContactCenterSession", ""));
        });
    }

    private static GenesysStatus status(int code) {
        return code == 1 ? GenesysStatus.PARAMETER_MISSING : GenesysStatus.INVALID;
    }

    private static String operation(String name, String parameters) {
        return "{'operationName':'" + name + "'" + (parameters == null ? "" : "," + parameters) + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{};1;operationName", "{'operationName':null};1;operationName", "{'operationName':' '};2;operationName",
        "{'operationName':['Ready']};2;operationName", "{'operationname':'Ready'};1;did you mean operationName?",
    })
    void a_body_without_an_operation(String body, int code, String named) {
        refused(() -> by(ANA, signedIn(ANA).state(), body).onMe(), status(code), named);
        refused(() -> in(Story.answered(), body).onCall(), status(code), named);
        refused(() -> by(ANA, signedIn(ANA).state(), body).onDevice(), status(code), named);
        refused(() -> by(ANA, signedIn(ANA).state(), body).on(ChannelName.VOICE), status(code), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "Redy;;2;did you mean Ready?", "secret;;2;operation", "Dial;;2;operation", "StartContactCenterSession;;1;channels",
        "StartContactCenterSession;'channels':null;1;channels", "StartContactCenterSession;'channels':[];1;channels",
        "StartContactCenterSession;'channels':'secret';2;channels", "StartContactCenterSession;'channels':[1];2;channels",
        "StartContactCenterSession;'channels':['secret'];2;voice, chat, sms",
        "StartContactCenterSession;'channels':['voice'],'devicePath':7;2;devicePath",
    })
    void on_me(String name, String parameters, int code, String named) {
        refused(() -> by(ANA, signedIn(ANA).state(), operation(name, parameters)).onMe(), status(code), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "Answr;;2;did you mean Answer?", "Ready;;2;operation", "InitiateTransfer;;1;destination",
        "InitiateTransfer;'destination':null;1;destination", "InitiateTransfer;'destination':'5002';2;destination",
        "InitiateConference;'destination':{};1;destination.phoneNumber",
        "InitiateConference;'destination':{'phonenumber':'5002'};1;did you mean phoneNumber?",
        "SingleStepTransfer;'destination':{'phoneNumber':'secret'};2;destination.phoneNumber",
        "SingleStepConference;'destination':{'phoneNumber':true};2;destination.phoneNumber",
        "InitiateTransfer;'destination':{'phoneNumber':'5002'},'userData':'secret';2;userData",
        "SendDtmf;;1;digits", "SendDtmf;'digits':'4711x';2;digits", "SendDtmf;'tones':'4711x';2;tones", "SendDtmf;'digits':'';2;digits",
        "RemoveParticipantFromConference;;1;participant", "RemoveParticipantFromConference;'participant':'5001';2;participant",
        "RemoveParticipantFromConference;'participant':'4711';2;participant", "AttachUserData;;1;userData",
        "UpdateUserData;'userData':['secret'];2;userData", "DeleteUserDataPair;;1;key", "DeleteUserDataPair;'key':7;2;key",
        "DeleteUserData;'keys':'secret';2;keys", "Answer;;2;state", "Retrieve;;2;state", "SwapCalls;;2;state", "CompleteTransfer;;2;state",
        "StopCallRecording;;2;state", "UnmuteCall;;2;state",
    })
    void on_a_call(String name, String parameters, int code, String named) {
        refused(() -> in(Story.answered(), operation(name, parameters)).onCall(), status(code), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "Dail;;2;did you mean Dial?", "Dial;;1;destination", "Dial;'destination':{};1;phoneNumber",
        "Dial;'destination':{'phoneNumber':'5002'},'userData':[];2;userData",
    })
    void on_a_device(String name, String parameters, int code, String named) {
        refused(() -> by(ANA, signedIn(ANA).state(), operation(name, parameters)).onDevice(), status(code), named);
    }

    @Test
    void a_signed_out_agent_may_only_begin_a_session() {
        refused(() -> by(ANA, Agent.SIGNED_OUT, operation("Dial", "'destination':{'phoneNumber':'5002'}")).onDevice(),
                GenesysStatus.INVALID, "StartContactCenterSession");
        for (String state : List.of("Ready", "NotReady", "Offline", "EndContactCenterSession")) {
            refused(() -> by(ANA, Agent.SIGNED_OUT, operation(state, null)).onMe(), GenesysStatus.INVALID, "StartContactCenterSession");
        }
        refused(() -> by(ANA, Agent.SIGNED_OUT, operation("Ready", null)).on(ChannelName.VOICE), GenesysStatus.INVALID,
                "StartContactCenterSession");
    }

    @Test
    void a_channel_that_the_agent_does_not_have_has_no_state_to_set() {
        Agent ana = signedIn(ANA).state();
        refused(() -> by(ANA, ana, operation("Ready", null)).on(ChannelName.SMS), GenesysStatus.INVALID, "channel sms");
        refused(() -> by(ANA, ana, operation("Rdy", null)).on(ChannelName.VOICE), GenesysStatus.INVALID, "did you mean Ready?");
    }

    @Test
    void a_call_that_the_agent_does_not_have_is_not_found() {
        refused(() -> by(ANA, signedIn(ANA).state(), operation("Answer", null)).onCall(), GenesysStatus.NOT_FOUND, "no such call");
    }

    @Test
    void an_agent_with_outbound_skills_must_name_one_for_an_outside_number() {
        Agent caro = signedIn(CARO).state();
        String number = "'destination':{'phoneNumber':'+15550100'}";
        refused(() -> by(CARO, caro, operation("Dial", number)).onDevice(), GenesysStatus.PARAMETER_MISSING, "extensions");
        refused(() -> by(CARO, caro, operation("Dial", number + ",'extensions':{}")).onDevice(), GenesysStatus.PARAMETER_MISSING,
                "extensions.skillId");
        refused(() -> by(CARO, caro, operation("Dial", number + ",'extensions':{'skillId':'4711'}")).onDevice(), GenesysStatus.INVALID,
                "extensions.skillId");
    }
}
