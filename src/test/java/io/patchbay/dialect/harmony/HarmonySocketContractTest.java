package io.patchbay.dialect.harmony;

import io.patchbay.contract.Connection;
import io.patchbay.testing.RunningGateway;
import java.util.List;

/** Harmony over a WebSocket. */
class HarmonySocketContractTest extends HarmonyContract {
    @Override
    Way way(RunningGateway at, String agent, List<String> names) {
        Connection socket = Connection.webSocket(at.http(), "/harmony", List.of("harmony.v1+json"), names);
        return new OpenWay(socket);
    }
}
