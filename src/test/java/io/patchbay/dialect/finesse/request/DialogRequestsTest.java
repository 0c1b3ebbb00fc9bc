package io.patchbay.dialect.finesse.request;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.dialect.finesse.words.RequestedAction;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.reading.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which action is accepted in which state, and what it becomes. */
class DialogRequestsTest {
    private static final String WHAT_IS_NEEDED = "<toAddress>5003</toAddress><actionParams><ActionParam><name>dtmfString</name>"
            + "<value>1</value></ActionParam></actionParams><mediaProperties><wrapUpReason>Sale</wrapUpReason></mediaProperties>";

    private static Asked asked(CallStory story, AgentId agent, String elements) {
        try {
            return new Asked(CallStory.entry(agent), story.replicas(agent), new KnownDialogs(agent),
                    new XmlReader(StrictJson.Limits.DEFAULT).read("<Dialog>" + elements + "</Dialog>"), new Names(CallStory.DIRECTORY),
                    CallStory.TERMS);
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The actions on a dialog that are not refused at once. */
    private static Set<RequestedAction> accepted(CallStory story, AgentId agent, CallId call) {
        Asked asked = asked(story, agent, "<targetMediaAddress>" + CallStory.address(agent).value() + "</targetMediaAddress>"
                + WHAT_IS_NEEDED);
        return Arrays.stream(RequestedAction.values()).filter(action -> {
            try {
                return !action.begins() && !DialogRequests.plan(asked, action, call.value()).steps().isEmpty();
            } catch (FinesseRefused refused) {
                assertThat(refused.type()).isIn(ErrorType.INVALID_STATE, ErrorType.STATE_WITHOUT_TONES, ErrorType.INVALID_USER);
                return false;
            }
        }).collect(Collectors.toSet());
    }

    @Test
    void an_action_is_accepted_where_the_participant_lists_it() {
        assertThat(accepted(CallStory.offered(), ANA, K1)).containsExactlyInAnyOrder(RequestedAction.ANSWER);
        assertThat(accepted(CallStory.dialled(CallStory.to(BEN)), ANA, K1)).containsExactlyInAnyOrder(RequestedAction.DROP,
                RequestedAction.UPDATE_CALL_DATA);
        assertThat(accepted(CallStory.answered(), ANA, K1)).containsExactlyInAnyOrder(RequestedAction.HOLD, RequestedAction.DROP,
                RequestedAction.UPDATE_CALL_DATA, RequestedAction.CONSULT_CALL, RequestedAction.SEND_DTMF, RequestedAction.TRANSFER_SST);
        assertThat(accepted(CallStory.answered().given(new Hold(ANA, K1)), ANA, K1)).containsExactlyInAnyOrder(RequestedAction.RETRIEVE,
                RequestedAction.DROP, RequestedAction.UPDATE_CALL_DATA);
    }

    @Test
    void either_call_of_a_pair_may_be_named_once_the_colleague_talks() {
        CallStory rings = CallStory.consulting();
        assertThat(accepted(rings, ANA, K1)).containsExactlyInAnyOrder(RequestedAction.DROP, RequestedAction.UPDATE_CALL_DATA);
        CallStory talks = CallStory.consulted();
        for (CallId call : List.of(K1, talks.second())) {
            assertThat(accepted(talks, ANA, call)).contains(RequestedAction.TRANSFER, RequestedAction.CONFERENCE)
                    .doesNotContain(RequestedAction.CONSULT_CALL);
        }
        assertThat(accepted(talks, BEN, talks.second())).doesNotContain(RequestedAction.TRANSFER, RequestedAction.CONSULT_CALL);
    }

    @Test
    void a_command_names_the_agent_and_the_call() {
        Asked asked = asked(CallStory.offered(), ANA, "<targetMediaAddress>5001</targetMediaAddress>");
        Plan plan = DialogRequests.plan(asked, RequestedAction.ANSWER, K1.value());
        assertThat(plan.steps()).extracting(Plan.Step::command).containsExactly(new Answer(ANA, K1));
        assertThat(plan.source()).hasValue("/finesse/api/Dialog/" + K1.value());
    }

    @Test
    void a_call_beside_a_held_one_is_a_consultation_with_its_variables() {
        Asked asked = asked(CallStory.answered().given(new Hold(ANA, K1)), ANA, "<fromAddress>5001</fromAddress>"
                + "<toAddress>5002</toAddress><mediaProperties><callvariables><CallVariable><name>callvariable1</name>"
                + "<value>gold</value></CallVariable></callvariables></mediaProperties>");
        assertThat(DialogRequests.makeCall(asked).steps()).extracting(Plan.Step::command).satisfiesExactly(
                first -> assertThat(first).isEqualTo(new SetInteractionData(ANA, Map.of("callVariable1", "gold"))),
                second -> assertThat(second).isInstanceOf(ConsultationCall.class));
    }

    @Test
    void a_dialog_of_others_is_none() {
        Asked asked = asked(CallStory.answered(), BEN, "<targetMediaAddress>5002</targetMediaAddress>");
        assertThatThrownBy(() -> DialogRequests.plan(asked, RequestedAction.HOLD, K1.value())).isInstanceOf(FinesseRefused.class)
                .satisfies(refused -> assertThat(((FinesseRefused) refused).type()).isEqualTo(ErrorType.DIALOG_NOT_FOUND));
    }
}
