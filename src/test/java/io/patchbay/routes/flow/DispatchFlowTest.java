package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code 2-dispatch.camel.yaml}. */
class DispatchFlowTest extends RouteFileTest {
    DispatchFlowTest() {
        super("2-dispatch", "9-policies");
    }

    @Test
    void a_command_goes_to_the_gateway() throws Exception {
        assertThat(send("dispatch", "command").getException()).isNull();
        assertThat(steps.run()).containsExactly("commandGateway.dispatch", "requestLog.completed");
    }

    @Test
    void a_failure_goes_back_to_the_route_of_the_door() throws Exception {
        steps.fail("commandGateway.dispatch");
        assertThat(send("dispatch", "command").getException()).hasMessageContaining("commandGateway.dispatch");
    }
}
