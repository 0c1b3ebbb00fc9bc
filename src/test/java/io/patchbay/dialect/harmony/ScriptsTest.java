package io.patchbay.dialect.harmony;

import static io.patchbay.dialect.harmony.Sample.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.DataCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts of the directory, and signals to the one that is active (harmony.md 2.3, 2.4). */
class ScriptsTest {
    private static final String SIGNAL = "interaction.request.incontact.signal";

    @Test
    void a_channel_has_the_scripts_of_its_medium() {
        Desktop ana = Desktop.started(SampleReplicas.idle());
        assertThat(ana.send("channel.request.incontact.getscripts", SampleReplicas.target(ana, ".G.C"), "{}").path("data").toString())
                .isEqualTo("{\"scripts\":[{\"scriptId\":\"8001\",\"scriptName\":\"Sales greeting\"}]}");
        assertThat(ana.send("channel.incontact.getscripts", SampleReplicas.target(ana, ".D"), "{}").at("/data/scripts/0/scriptId").asText())
                .isEqualTo("8002");
    }

    @Test
    void a_signal_reaches_the_script_of_the_queue_and_gives_nothing_back() {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        JsonNode reply = ana.sendWithId("r", SIGNAL, SampleReplicas.target(ana, ".G.C.I"), "{\"p1\":\"next\",\"p20\":\"\"}");
        assertThat(reply.path("data").toString()).isEqualTo("{}");
        assertThat(ana.lastBody()).isEqualTo(new DataCommand.SignalScript(ANA, "8001", Map.of("p1", "next", "p20", "")));
        JsonNode again = ana.sendWithId("r", SIGNAL, SampleReplicas.target(ana, ".G.C.I"), "{\"p1\":\"next\",\"p20\":\"\"}");
        assertThat(again.toString()).isEqualTo(reply.toString());
        assertThat(ana.gateway.dispatched).hasSize(1);
    }

    @Test
    void without_an_active_script_there_is_nothing_to_signal() {
        Desktop ana = Desktop.started(SampleReplicas.dialled());
        assertThat(ana.send(SIGNAL, SampleReplicas.target(ana, ".G.C.I"), "{}").at("/failure/code").asText()).isEqualTo("INVALID_STATE");
    }

    @Test
    void there_are_twenty_parameters_and_no_others() {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        for (String other : new String[] {"p21", "p0", "p01", "P1", "answer"}) {
            assertThat(ana.send(SIGNAL, SampleReplicas.target(ana, ".G.C.I"), "{\"p1\":\"next\",\"" + other + "\":\"x\"}")
                    .at("/failure/code").asText()).as(other).isEqualTo("INVALID_DATA");
        }
    }

    @Test
    void a_parameter_is_a_string() {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        assertThat(ana.send(SIGNAL, SampleReplicas.target(ana, ".G.C.I"), "{\"p1\":1}").at("/failure/code").asText())
                .isEqualTo("INVALID_DATA");
    }
}
