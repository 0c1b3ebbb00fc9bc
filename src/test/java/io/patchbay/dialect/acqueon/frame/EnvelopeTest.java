package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static io.patchbay.dialect.acqueon.CallStory.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.rules.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shape of envelopes (BINDINGS, Acqueon). */
class EnvelopeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_call_event_is_as_printed() throws Exception {
        AcqueonEvent event = CallStory.offered().events(ANA).get(0);
        JsonNode envelope = JSON.readTree(event.text(Optional.empty()));
        assertThat(names(envelope)).containsExactly("channel", "topic", "subtopic", "source", "message");
        assertThat(envelope.path("topic").asText()).isEqualTo("InboundCall");
        assertThat(envelope.path("subtopic").asText()).isEqualTo("InboundCallStateChange");
        assertThat(event.cause()).contains(Scenario.id(2));
        JsonNode call = envelope.at("/message/call");
        assertThat(names(call)).containsExactly("id", "event", "CallType", "ButtonStates", "ActionsAllowed", "ResponseType", "ResponseText",
                "CallVariables", "ExtendedCallVariables", "ResponseActual", "ResponseFields");
        assertThat(call.path("id").asText()).isEqualTo(K1.value());
        assertThat(call.path("event").asText()).isEqualTo("connecting");
        assertThat(call.path("CallType").asText()).isEqualTo("ACD_IN");
        assertThat(call.path("ButtonStates")).hasToString("{\"items\":{\"answer\":\"Enable\",\"reject\":\"Hide\",\"disconnect\":\"Hide\","
                + "\"hold\":\"Hide\",\"resume\":\"Hide\",\"clearContact\":\"Hide\",\"consult\":\"Hide\",\"numberpad\":\"Hide\","
                + "\"swap\":\"Hide\",\"transfer\":\"Hide\",\"conference\":\"Hide\"},\"count\":11}");
        assertThat(call.path("ActionsAllowed").isNull()).isTrue();
        assertThat(call.path("ExtendedCallVariables").isNull()).isTrue();
        assertThat(call.path("CallVariables"))
                .hasToString("{\"ANI\":\"+15551234\",\"DNIS\":\"6001\",\"segment\":\"gold\",\"queue\":\"sales\"}");
        assertThat(call.path("ResponseActual")).hasToString(actual());
        assertThat(call.at("/ResponseFields/Participants")).isEqualTo(call.at("/ResponseActual/participants"));
        assertThat(call.at("/ResponseFields/MediaProperties")).isEqualTo(call.at("/ResponseActual/mediaProperties"));
        assertThat(call.at("/ResponseFields/DN").asText()).isEqualTo("6001");
        assertThat(call.at("/ResponseFields/CurrentStateTime").asText()).isEqualTo("2026-01-05T09:00:02.000Z");
    }

    private static String actual() {
        return "{\"id\":\"" + K1 + "\",\"mediaType\":\"Voice\",\"fromAddress\":\"+15551234\",\"toAddress\":\"6001\",\"state\":\"ALERTING\","
                + "\"startTime\":\"2026-01-05T09:00:01.000Z\",\"stateChangeTime\":\"2026-01-05T09:00:02.000Z\",\"mediaProperties\":{"
                + "\"callType\":\"ACD_IN\",\"queueName\":\"sales\",\"queueNumber\":\"6001\",\"dialedNumber\":\"6001\",\"DNIS\":\"6001\","
                + "\"wrapUpReason\":\"\",\"callvariables\":[{\"name\":\"segment\",\"value\":\"gold\"},"
                + "{\"name\":\"ANI\",\"value\":\"+15551234\"},{\"name\":\"DNIS\",\"value\":\"6001\"},{\"name\":\"queue\","
                + "\"value\":\"sales\"}]},\"participants\":[{\"mediaAddress\":\"5001\",\"mediaAddressType\":\"AGENT_DEVICE\","
                + "\"state\":\"ALERTING\",\"startTime\":\"2026-01-05T09:00:02.000Z\",\"stateChangeTime\":\"2026-01-05T09:00:02.000Z\","
                + "\"actions\":[\"ANSWER\"]},{\"mediaAddress\":\"+15551234\",\"mediaAddressType\":\"\",\"state\":\"ACTIVE\","
                + "\"startTime\":\"2026-01-05T09:00:01.000Z\",\"stateChangeTime\":\"2026-01-05T09:00:01.000Z\",\"actions\":[]}]}";
    }

    @Test
    void who_dials_is_told_on_the_outbound_topic() {
        CallStory story = CallStory.dialled(CallStory.outside(FarEnd.Kind.MANUAL));
        assertThat(story.events(ANA)).allSatisfy(event -> assertThat(event.topic() + "/" + event.subtopic())
                .isEqualTo("OutboundCall/OutboundCallStateChange"));
        assertThat(story.calls(ANA).stream().map(call -> call.path("event").asText())).containsExactly("Initiate", "Ringing", "Ringing");
        assertThat(story.calls(ANA).get(0).path("CallType").asText()).isEqualTo("OUT");
        CallStory inside = CallStory.dialled(to(BEN)).when(CallStory.rings(BEN));
        assertThat(inside.events(BEN).get(0).topic()).isEqualTo("InboundCall");
        assertThat(inside.calls(BEN).get(0).path("CallType").asText()).isEqualTo("AGENT_INSIDE");
        inside.when(new Answer(BEN, K1));
        assertThat(inside.calls(ANA).get(0).path("event").asText()).isEqualTo("CustAnswered");
        assertThat(inside.calls(BEN).get(0).path("event").asText()).isEqualTo("connected");
        inside.when(new Hold(ANA, K1));
        assertThat(inside.calls(ANA).get(0).path("event").asText()).isEqualTo("Hold");
        inside.when(new Hold(BEN, K1));
        assertThat(inside.calls(BEN).get(0).path("event").asText()).isEqualTo("hold");
    }

    @Test
    void a_sign_in_is_told_in_the_order_of_the_documents() {
        CallStory story = CallStory.answered();
        List<AcqueonEvent> burst = story.signIn(ANA);
        assertThat(burst.stream().map(event -> event.topic() + "/" + event.subtopic())).containsExactly("Connection/OpenConnection",
                "Connection/SetConnectionStatus", "Agent/SetAgentState", "Agent/Login", "InboundCall/CallsStateChange",
                "Connection/SetSystemInfo", "Agent/SetLogOutReasonCodes", "Agent/SetNotReadyReasonCodes", "Agent/SetPhoneBook",
                "Agent/SetWrapupCode");
        assertThat(burst.get(1).message()).hasToString("{\"status\":\"IN_SERVICE\"}");
        assertThat(burst.get(2).message().at("/data/state").asText()).isEqualTo("TALKING");
        assertThat(burst.get(3).message()).hasToString("{\"username\":\"ana\",\"extension\":\"5001\"}");
        assertThat(burst.get(4).message().at("/calls")).hasSize(1);
        assertThat(burst.get(4).message().at("/calls/0/event").asText()).isEqualTo("connected");
        assertThat(burst.get(6).message()).hasToString("{\"reasonCodes\":[{\"id\":\"10\",\"code\":\"10\",\"label\":\"End of shift\"}]}");
        assertThat(burst.get(7).message().at("/reasonCodes")).hasSize(3);
        assertThat(burst.get(8).message().at("/contacts/0")).hasToString("{\"name\":\"Parcel service\",\"number\":\"+15550170\"}");
        assertThat(burst.get(9).message().at("/wrapUpReasons/0")).hasToString("{\"id\":\"sale\",\"label\":\"Sale\"}");
        assertThat(burst).allSatisfy(event -> assertThat(event.cause()).isEmpty());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
