package io.patchbay.golden;

import io.patchbay.testing.GatewayUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
            case POST -> new PostedLine(gateway.http().resolve("/harmony"), Client.agent(client), farEnd.secrets(), farEnd::socket);
        };
    }

    /**
     * Whether a transcript is played at this door. Each begins at another door than the one before it. One in which clients or the gateway
     * end connections, or send what is no request, takes all doors: there each door has ways of its own.
     *
     * @param place of the transcript in a list
     * @param times at how many doors the others are played
     */
    boolean isInTurn(Transcript transcript, int place, int times) {
        List<GoldenDoor> doors = Stream.of(values()).filter(transcript::isPlayableOver).toList();
        int turn = Math.floorMod(doors.indexOf(this) - place, doors.size());
        return doors.contains(this) && (turn < times || transcript.isAboutConnections());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
