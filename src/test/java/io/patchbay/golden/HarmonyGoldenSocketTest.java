package io.patchbay.golden;

/** The transcripts over WebSocket. */
class HarmonyGoldenSocketTest extends HarmonyGoldenTest {
    HarmonyGoldenSocketTest() {
        super(GoldenDoor.WEBSOCKET);
    }
}
