package io.patchbay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.Event;
import io.patchbay.model.InteractionId;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.PartyId;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelJsonTest {
    private static final CallId K = new CallId("0123456789ABCDEF0123456789ABCDEF");
    private final ObjectMapper json = ModelJson.text();

    @Test
    void an_event_alone_carries_its_components_only() throws Exception {
        Event event = new CallEvent.Established(K, new PartyId("0123456789ABCDEF"), new Address("5001"), Optional.of(new AgentId("ana")),
                CallEvent.Established.Form.FAR_END);

        assertThat(json.writeValueAsString(event)).isEqualTo("{\"call\":\"0123456789ABCDEF0123456789ABCDEF\","
                + "\"connection\":\"0123456789ABCDEF\",\"party\":\"5001\",\"agent\":\"ana\",\"form\":\"farEnd\"}");
    }

    @Test
    void a_recorded_event_comes_back_equal_from_text_and_from_binary() throws Exception {
        Recorded recorded = new Recorded(3, Instant.parse("2026-01-05T09:00:00.123Z"), new CommandId("c-1"),
                Optional.of(new Recorded.Position(new Subject(Subject.Kind.AGENT, "ana"), 1, 7)),
                new CallEvent.Held(K, new PartyId("0123456789ABCDEF"), new Address("5001"), Optional.empty()));

        assertThat(json.readValue(json.writeValueAsBytes(recorded), Recorded.class)).isEqualTo(recorded);
        assertThat(ModelJson.binary().readValue(ModelJson.binary().writeValueAsBytes(recorded), Recorded.class)).isEqualTo(recorded);
    }

    @Test
    void what_cells_ask_each_other_is_told_among_members_and_to_nobody_else() throws Exception {
        ChannelId channel = new ChannelId("c");
        var told = new AgentEvent.ChannelStateChanged(channel, Presence.READY, Presence.RESERVED, Presence.READY, List.of(),
                Instant.EPOCH, Optional.empty(), false);
        var asking = new AgentEvent.ChannelStateChanged(channel, told.previous(), told.current(), told.resume(), told.queues(), told.at(),
                told.work(), told.gone(),
                Optional.of(new OfferCommand.Alert(new AgentId("ana"), channel, new Address("5001"),
                        Optional.of(new QueuePlace(new QueueName("sales"), new PartyId("0123456789ABCDEF"))))),
                Optional.empty(), Optional.empty());
        Recorded recorded = new Recorded(1, Instant.EPOCH, new CommandId("c-1"), Optional.empty(), asking);

        assertThat(ModelJson.binary().readValue(ModelJson.binary().writeValueAsBytes(recorded), Recorded.class)).isEqualTo(recorded);
        assertThat(json.writeValueAsString(asking)).isEqualTo(json.writeValueAsString(told)).doesNotContain("ask");
        assertThat(json.readValue(json.writeValueAsString(asking), AgentEvent.ChannelStateChanged.class)).isEqualTo(told);
    }

    @Test
    void a_command_keeps_which_one_it_is() throws Exception {
        Command command = Command.of(new CommandId("c-1"), Instant.EPOCH, Subject.of(new InteractionId("0123456789ABCDEF")),
                new VoiceCommand.Hold(new AgentId("ana"), K));

        String text = json.writeValueAsString(command);

        assertThat(text).contains("\"type\":\"hold\"");
        assertThat(json.readValue(text, Command.class)).isEqualTo(command);
    }

    @Test
    void what_an_earlier_version_kept_has_no_devices_and_no_diversions() throws Exception {
        assertThat(json.readValue("{\"groups\":[],\"channels\":[],\"work\":[]}", Agent.class)).isEqualTo(Agent.SIGNED_OUT);
        String connection = "{\"id\":\"0123456789ABCDEF\",\"address\":\"5001\",\"role\":\"agent\",\"state\":\"held\",\"muted\":false}";
        assertThat(json.readValue(connection, Connection.class).diversions()).isEmpty();
    }

    @Test
    void a_value_that_guards_itself_is_guarded_here_too() {
        assertThatThrownBy(() -> json.readValue("{\"type\":\"hold\",\"by\":\"a.b\",\"call\":\"" + K + "\"}", Body.class))
                .hasMessageContaining("an agent id must match");
    }
}
