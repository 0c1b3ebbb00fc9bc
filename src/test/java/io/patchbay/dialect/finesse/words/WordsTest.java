package io.patchbay.dialect.finesse.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_error_has_the_documented_status() {
        assertThat(Stream.of(ErrorType.values()).map(type -> type.status() + " " + type.text())).containsExactlyInAnyOrder(
                "400 Parameter Missing", "400 Invalid Input", "400 Invalid Destination", "400 Invalid State", "401 Invalid State",
                "401 Authorization Failure", "401 Invalid Authorization User Specified", "404 Not Found", "404 User Not Found",
                "404 Dialog Not Found", "429 Service Unavailable", "500 Internal Server Error", "503 Service Unavailable");
    }

    @Test
    void every_reason_and_cause_has_a_code_of_the_telephone_system() {
        assertThat(Stream.of(Reason.values()).map(FailureCode::of)).doesNotContainNull();
        assertThat(FailureCode.of(Reason.WRONG_STATE).error())
                .isEqualTo(new ApiError("Call Operation Failure", "CF_INVALID_OBJECT_STATE", "22"));
        assertThat(FailureCode.of(Cause.UNAVAILABLE).error().data()).isEqualTo("34");
        assertThat(Stream.of(Cause.values()).map(FailureCode::of)).doesNotContainNull();
    }

    @Test
    void an_error_has_other_spellings_in_a_notification() {
        ApiError error = new ApiError("Invalid State", "No.", "state");
        assertThat(error.body().children().get(0).children()).extracting(Element::name)
                .containsExactly("ErrorType", "ErrorMessage", "ErrorData");
        assertThat(error.notification().name()).isEqualTo("apiErrors");
        assertThat(error.notification().children().get(0).children()).extracting(Element::name)
                .containsExactly("errorType", "errorMessage", "errorData");
    }

    @Test
    void actions_are_found_in_any_case_and_addresses_are_encoded() {
        assertThat(RequestedAction.of(" answer ")).contains(RequestedAction.ANSWER);
        assertThat(RequestedAction.of("WRAP_UP")).isEmpty();
        assertThat(Stream.of(RequestedAction.values()).filter(RequestedAction::begins))
                .containsExactly(RequestedAction.MAKE_CALL, RequestedAction.SILENT_MONITOR, RequestedAction.BARGE_CALL);
        assertThat(Resource.dialogs(new AgentId("ana"))).isEqualTo("/finesse/api/User/ana/Dialogs");
        assertThat(Resource.of("Team", "a b/c")).isEqualTo("/finesse/api/Team/a%20b%2Fc");
    }
}
