package io.patchbay.door.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AcceptedRequestsTest {
    private final AcceptedRequests requests = new AcceptedRequests();

    private CompletionStage<Outcome> asked(String id) {
        return requests.first(id).orElseThrow().outcome();
    }

    @Test
    void a_repeat_waits_for_what_comes_of_the_first() {
        requests.sent("r1", "d");
        CompletionStage<Outcome> repeat = asked("r1");
        assertThat(repeat.toCompletableFuture()).isNotDone();

        requests.settled("r1", Outcome.accepted());
        assertThat(repeat).isCompletedWithValue(Outcome.accepted());
        assertThat(asked("r1")).isCompletedWithValue(Outcome.accepted());
    }

    @Test
    void what_was_refused_is_told_to_who_waits_and_may_be_tried_anew() {
        Outcome refused = Outcome.refused(Reason.UNAVAILABLE, "unknown");
        requests.sent("r1", "d");
        CompletionStage<Outcome> repeat = asked("r1");

        requests.settled("r1", refused);
        assertThat(repeat).isCompletedWithValue(refused);
        assertThat(requests.first("r1")).isEmpty();
    }

    @Test
    void the_last_sixty_four_are_remembered() {
        for (int i = 0; i < 65; i++) {
            requests.add("r" + i, "d");
        }
        assertThat(requests.first("r0")).isEmpty();
        assertThat(asked("r1")).isCompletedWithValue(Outcome.accepted());
        assertThat(requests.first("r64")).hasValueSatisfying(r -> assertThat(r.digest()).isEqualTo("d"));
    }
}
