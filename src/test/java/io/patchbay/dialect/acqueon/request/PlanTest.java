package io.patchbay.dialect.acqueon.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Connection.State;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Outcome.Refused GONE = new Outcome.Refused(Reason.UNKNOWN, "The agent does not have this interaction.");
    private static final Outcome.Refused LATE = new Outcome.Refused(Reason.WRONG_STATE, "The call is not over.");

    /** The after-call work may end between the two. */
    @Test
    void a_completion_that_came_by_itself_is_no_refusal_of_the_wrap_up() {
        Plan wrapUp = Board.of("ana", Presence.BUSY).with(Board.K1, State.CONNECTED).over().plan("WrapUpCall", "{'wrapup':'sale'}");
        assertThat(wrapUp.steps()).hasSize(2);
        assertThat(wrapUp.refusal(List.of(Outcome.accepted(), GONE))).isEmpty();
        assertThat(wrapUp.refusal(List.of(Outcome.accepted(), LATE))).contains(LATE);
        assertThat(wrapUp.refusal(List.of(GONE))).contains(GONE);
        assertThat(wrapUp.refusal(List.of(Outcome.accepted(), Outcome.accepted()))).isEmpty();
    }
}
