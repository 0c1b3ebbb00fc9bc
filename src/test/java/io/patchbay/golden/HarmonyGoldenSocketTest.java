package io.patchbay.golden;

/** The transcripts whose turn it is over WebSocket. */
class HarmonyGoldenSocketTest extends HarmonyGoldenTest {
    HarmonyGoldenSocketTest() {
        super(GoldenDoor.WEBSOCKET);
    }
}
