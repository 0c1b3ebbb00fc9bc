package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.ana;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.signedIn;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.Reason;
import org.junit.jupiter.api.Test;

/** The line to an agent's telephone. */
class AgentLegsTest {
    private static final AgentCommand CONNECT = new DeviceCommand.ConnectLeg(ANA);
    private static final AgentCommand DISCONNECT = new DeviceCommand.DisconnectLeg(ANA);
    private static final AgentEvent CONNECTED = new DeviceEvent.LegConnected(new Address("5001"));

    @Test
    void the_line_goes_to_the_extension_of_the_active_telephone() {
        ready(Medium.VOICE).when(CONNECT).then(CONNECTED);
    }

    @Test
    void a_line_that_is_open_is_told_once_more() {
        ready(Medium.VOICE).given(CONNECTED).when(CONNECT).then(CONNECTED);
    }

    @Test
    void without_an_active_telephone_there_is_no_line() {
        signedIn().when(CONNECT).then(new DeviceEvent.LegFailed(Cause.UNAVAILABLE));
    }

    @Test
    void a_line_is_closed_and_one_that_is_not_open_is_too() {
        ready(Medium.VOICE).given(CONNECTED).when(DISCONNECT).then(new DeviceEvent.LegDisconnected(Cause.RELEASED));
        signedIn().when(DISCONNECT).then(new DeviceEvent.LegDisconnected(Cause.RELEASED));
    }

    @Test
    void who_is_signed_out_has_no_line() {
        ana().when(CONNECT).refusedWith(Reason.NOT_SIGNED_IN);
    }
}
