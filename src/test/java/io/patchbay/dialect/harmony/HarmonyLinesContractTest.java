package io.patchbay.dialect.harmony;

import io.patchbay.contract.Connection;
import io.patchbay.testing.RunningGateway;
import java.util.List;

/** Harmony over TCP. */
class HarmonyLinesContractTest extends HarmonyContract {
    @Override
    Way way(RunningGateway at, String agent, List<String> names) {
        return new OpenWay(Connection.lines(at.harmonyTcp()));
    }
}
