package io.patchbay.golden;

import io.patchbay.testing.GatewayUnderTest;
import java.util.Locale;

/** A door of the gateway through which transcripts are played. */
enum GoldenDoor {
    WEBSOCKET, TCP, POST;

    static GoldenDoor named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    FarEnd.Line open(GatewayUnderTest gateway, RunningFarEnd farEnd, String client) {
        return switch (this) {
            case WEBSOCKET -> farEnd.socket();
            case TCP -> new TcpLine(gateway.harmonyTcp(), RunningFarEnd.PATIENCE);
            case POST -> new PostedLine(gateway.http().resolve("/harmony"), Client.agent(client), farEnd::socket);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
