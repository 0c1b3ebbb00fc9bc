package io.patchbay.dialect.harmony;

import io.patchbay.contract.Posting;
import io.patchbay.testing.RunningGateway;
import java.util.List;

/** Harmony over POST. */
class HarmonyPostContractTest extends HarmonyContract {
    @Override
    Way way(RunningGateway at, String agent, List<String> names) {
        Posting post = new Posting(at.http(), agent, names);
        return new Way() {
            @Override
            public void send(String request) {
                post.send("/harmony", request);
            }

            @Override
            public String next() {
                return post.next().body();
            }

            @Override
            public void sendAndLeave(String request) {
                post.sendAndLeave("/harmony", request);
            }

            @Override
            public void leave() { }
        };
    }
}
