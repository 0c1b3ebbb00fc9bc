package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import org.junit.jupiter.api.Test;

/** A repeat of a request whose object is gone from the agent's list, where this member does not remember the request any more. */
class RepeatedRequestTest {
    private static final String COMPLETE = "interaction.request.complete";
    private static final String DISPOSITION = "interaction.request.setdisposition";
    private final Desktop ana = Desktop.started(SampleReplicas.talking());
    private final String interaction = SampleReplicas.target(ana, ".G.C.I");

    /** A member that was told nothing of the request, with the same session and the same cells. */
    private Desktop elsewhere() {
        Desktop other = Desktop.started(SampleReplicas.idle());
        other.gateway.dispatched.addAll(ana.gateway.dispatched);
        return other;
    }

    @Test
    void it_gets_the_first_answer_at_another_member() {
        JsonNode first = ana.sendWithId("r1", COMPLETE, interaction, "{}");
        assertThat(first.path("result").asText()).isEqualTo("success");
        Desktop other = elsewhere();
        assertThat(other.sendWithId("r1", COMPLETE, interaction, "{}")).isEqualTo(first);
        assertThat(other.gateway.dispatched).as("nothing is done again").hasSameSizeAs(ana.gateway.dispatched);
    }

    @Test
    void it_gets_the_first_answer_behind_many_other_requests() {
        JsonNode first = ana.sendWithId("r1", COMPLETE, interaction, "{}");
        for (int n = 0; n < 100; n++) {
            ana.sendWithId("n" + n, "channel.request.notready", SampleReplicas.target(ana, ".G.C"), "{\"reasoncode\":\"1\"}");
        }
        ana.gateway.replicas = ana.bound(SampleReplicas.idle());
        assertThat(ana.sendWithId("r1", COMPLETE, interaction, "{}")).isEqualTo(first);
    }

    @Test
    void it_gets_the_outcome_of_a_request_that_was_answered_with_outcome_unknown() {
        ana.gateway.outcome = Outcome.refused(Reason.UNAVAILABLE, "unknown");
        assertThat(ana.sendWithId("r1", COMPLETE, interaction, "{}").at("/failure/code").asText()).isEqualTo("UNAVAILABLE");
        ana.gateway.replicas = ana.bound(SampleReplicas.idle());
        assertThat(ana.sendWithId("r1", COMPLETE, interaction, "{}").path("result").asText()).isEqualTo("success");
    }

    @Test
    void another_request_under_its_id_is_a_conflict() {
        ana.sendWithId("r1", COMPLETE, interaction, "{}");
        JsonNode other = elsewhere().sendWithId("r1", DISPOSITION, interaction, "{\"disposition\":\"sale\"}");
        assertThat(other.at("/failure/code").asText()).isEqualTo("CONFLICT");
    }

    @Test
    void a_request_that_no_cell_has_taken_is_refused_for_what_is_wrong_with_it() {
        assertThat(elsewhere().sendWithId("r2", COMPLETE, interaction, "{}").at("/failure/code").asText()).isEqualTo("UNKNOWN_TARGET");
    }
}
