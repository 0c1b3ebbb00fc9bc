package io.patchbay.golden;

/** The transcripts over WebSocket. */
class HarmonyGoldenSocketTest extends GoldenTest {
    HarmonyGoldenSocketTest() {
        super(Library.harmony(), GoldenDoor.WEBSOCKET);
    }
}
